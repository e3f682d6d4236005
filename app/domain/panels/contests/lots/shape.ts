/** The shape of a contest's lot: lines that are missing, of another kind, or not of this format. Pure; no library, a browser runs it. */

type Check = (value: unknown, at: string) => string[]

const text: Check = (value, at) => (typeof value === 'string' ? [] : [at])
const whole =
  (least: number): Check =>
  (value, at) =>
    Number.isSafeInteger(value) && (value as number) >= least ? [] : [at]
const exactly =
  (known: unknown): Check =>
  (value, at) =>
    value === known ? [] : [at]
const or =
  (empty: null | undefined, check: Check): Check =>
  (value, at) =>
    value === empty ? [] : check(value, at)
const list =
  (item: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((one, place) => item(one, `${at}[${place}]`)) : [at]
/** An object of these lines and no others. */
const lines =
  (known: Record<string, Check>): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at || 'format']
    const under = (name: string) => (at === '' ? name : `${at}.${name}`)
    const strange = Object.keys(value).filter((name) => !Object.hasOwn(known, name))
    const own = Object.entries(known).flatMap(([name, check]) =>
      check((value as Record<string, unknown>)[name], under(name)),
    )
    return [...strange.map(under), ...own]
  }

const person = lines({ row: whole(1), person: whole(1), salt: text })
const share = lines({ row: whole(1), share: whole(1), fit: whole(0) })
const protocol = lines({
  format: exactly(4),
  method: exactly('lot'),
  contest: whole(1),
  lot: whole(1),
  rules: lines({
    perWork: whole(1),
    reserve: whole(0),
    load: whole(1),
    maxPerOrganisation: or(null, whole(1)),
    maxPerMunicipality: or(null, whole(1)),
    cap: text,
  }),
  candidates: list(lines({ row: whole(1), token: text, organisation: whole(0), municipality: whole(0) })),
  candidatesSha256: text,
  shares: lines({
    // greater ones could not be counted exactly over all works
    denominator: (value, at) => (whole(1)(value, at).length > 0 || (value as number) > 2 ** 30 ? [at] : []),
    works: list(lines({ code: text, shares: list(share), spare: list(whole(1)) })),
    expected: text,
    best: or(null, whole(0)),
    greatest: text,
  }),
  sharesSha256: text,
  commitment: text,
  source: text,
  announcedAt: text,
  previous: or(null, text),
  announcement: text,
  draw: or(undefined, lines({ secret: text, publicValue: text, seed: text, drawnAt: text })),
  chosen: list(lines({ code: text, members: list(whole(1)), reserve: list(whole(1)) })),
  sha256: text,
  people: or(undefined, list(person)),
})

/** Places of all lines of the wrong shape; empty for a protocol of this format. */
export function misshapen(value: unknown): string[] {
  return protocol(value, '')
}
