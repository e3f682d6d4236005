/** Exact fractions of whole numbers of any length. Always reduced, the lower part above zero, so equal ones look equal. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }

/** The reduced fraction; a zero below is a mistake of the caller. */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  let [above, below] = [BigInt(n), BigInt(d)]
  if (below === 0n) throw new RangeError('a fraction over zero')
  if (below < 0n) [above, below] = [-above, -below]
  const common = gcd(above, below)
  return { n: above / common, d: below / common }
}

export const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d)
export const over = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n)
export const sumOf = (all: readonly Fraction[]) => all.reduce(plus, zero)

/** Below zero, zero or above it, as `a` is below, equal to or above `b`. */
export function compared(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b

/** The nearest double where both parts are safe whole numbers; else right to some 17 digits. */
export function numeric({ n, d }: Fraction): number {
  const most = BigInt(Number.MAX_SAFE_INTEGER)
  if (d <= most && n <= most && -n <= most) return Number(n) / Number(d)
  const scale = 10n ** BigInt(Math.max(0, d.toString().length - n.toString().length) + 18)
  return Number((n * scale) / d) / Number(scale)
}

/** `3/20`, as protocols and files have it. */
export const printed = ({ n, d }: Fraction): string => `${n}/${d}`

/** The fraction of a text like `3/20` in its lowest terms, or null. */
export function parsed(text: unknown): Fraction | null {
  const parts = typeof text === 'string' ? /^(-?\d{1,1000})\/(\d{1,1000})$/.exec(text) : null
  if (!parts || /^0+$/.test(parts[2] as string)) return null
  const value = fraction(BigInt(parts[1] as string), BigInt(parts[2] as string))
  return printed(value) === text ? value : null
}

/** The fraction of a number written with up to six decimals, as marks are; others are refused. */
export function ofDecimal(value: number): Fraction {
  const millionths = Math.round(value * 1e6)
  if (!Number.isSafeInteger(millionths) || Math.abs(millionths / 1e6 - value) > 1e-9)
    throw new RangeError(`no decimal of six places: ${value}`)
  return fraction(millionths, 1_000_000)
}
