/** Exact decimals: limits and answers of number questions never pass through binary floating point. Pure. */

const shape = /^([+\-\u2212]?)(\d{1,15})(?:[.,](\d{1,6}))?$/

/** The decimal in its one canonical form (`-12.5`, no leading or trailing zeros), or null for what is none. Spaces between digits and a comma are taken. */
export function decimalOf(typed: string): string | null {
  const match = shape.exec(typed.replace(/[\s\u00a0\u202f]/g, ''))
  if (!match) return null
  const [, sign = '', whole = '', part = ''] = match
  const digits = whole.replace(/^0+(?=\d)/, '')
  const fraction = part.replace(/0+$/, '')
  const value = fraction === '' ? digits : `${digits}.${fraction}`
  return sign !== '' && sign !== '+' && value !== '0' ? `-${value}` : value
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; both canonical. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b))
  const [x, y] = [scaled(a, places), scaled(b, places)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Digits after the point. */
export function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0
}

/** Sum and count as an exact mean, rounded half up to `places` digits; null of none. */
export function meanOf(values: readonly string[], places = 2): string | null {
  if (values.length === 0) return null
  const most = Math.max(places, ...values.map(placesOf))
  const sum = values.reduce((total, value) => total + scaled(value, most), 0n)
  const [over, under] = [sum * 2n, BigInt(values.length) * 2n * 10n ** BigInt(most - places)]
  const half = under / 2n
  const rounded = over >= 0n ? (over + half) / under : -((-over + half) / under)
  return printed(rounded, places)
}

function scaled(decimal: string, places: number): bigint {
  const [whole = '0', part = ''] = decimal.split('.')
  return BigInt(`${whole}${part.padEnd(places, '0')}`)
}

function printed(value: bigint, places: number): string {
  const negative = value < 0n
  const digits = String(negative ? -value : value).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return decimalOf(negative ? `-${text}` : text) ?? '0'
}
