/**
 * People by names that may be misspelt: families are found by what is left when a letter is dropped (symmetric
 * deletion, W. Garbe), then every part is compared. Only people near the asked families are kept. Pure.
 */
import { fullName, isInitial, type PrintedName } from './listed-names.ts'
import { foldName } from './people-list.ts'

export interface KnownPerson extends PrintedName {
  id: string
  number: number
  /** organisations of all times */
  places: readonly string[]
  /** today's */
  post: string | null
  placeId: string | null
}

export interface Near {
  person: KnownPerson
  /** the names are the same, letter by letter but for ё */
  exact: boolean
  reasons: { code: string; facts?: Record<string, string> }[]
  slips: number
}

export class PersonIndex {
  readonly #byKey = new Map<string, KnownPerson[]>()
  readonly #byNumber = new Map<number, KnownPerson>()

  /** `asked`: the families that will be looked for; `numbers`: the numbers. */
  constructor(
    people: Iterable<KnownPerson>,
    { families, numbers }: { families: Iterable<string>; numbers: ReadonlySet<number> },
  ) {
    const wanted = new Set([...families].flatMap(keysOf))
    for (const person of people) {
      if (numbers.has(person.number)) this.#byNumber.set(person.number, person)
      for (const key of keysOf(person.family)) {
        if (!wanted.has(key)) continue
        const kept = this.#byKey.get(key)
        if (kept) kept.push(person)
        else this.#byKey.set(key, [person])
      }
    }
  }

  byNumber(number: number): KnownPerson | undefined {
    return this.#byNumber.get(number)
  }

  /** People whose name may be this one, the likeliest first, at most `most`. */
  near(name: PrintedName, most = 5): Near[] {
    const found = new Set(keysOf(name.family).flatMap((key) => this.#byKey.get(key) ?? []))
    return [...found]
      .flatMap((person) => nearness(name, person) ?? [])
      .sort(
        (a, b) => Number(b.exact) - Number(a.exact) || a.slips - b.slips || a.person.number - b.person.number,
      )
      .slice(0, most)
  }
}

/** How far a name is from a person's; null when they cannot be one. */
export function nearness(name: PrintedName, person: KnownPerson): Near | null {
  const reasons: Near['reasons'] = []
  let slips = 0
  for (const part of ['family', 'given', 'patronymic'] as const) {
    const [said, known] = [foldedOf(name)[part], foldedOf(person)[part]]
    if (said === known) continue
    if (part === 'patronymic' && (said === '' || known === '')) {
      reasons.push({ code: 'no-patronymic' })
      continue
    }
    if (part !== 'family' && (isInitial(said) || isInitial(known))) {
      if (said[0] !== known[0]) return null
      reasons.push({ code: 'initials' })
      continue
    }
    const away = distance(said, known, 2)
    if (away > (Math.max(said.length, known.length) > 5 ? 2 : 1)) return null
    slips += away
    reasons.push({ code: 'slip', facts: { from: name[part], to: person[part] } })
  }
  if (slips > 3) return null
  return { person, exact: fullName(foldedOf(name)) === fullName(foldedOf(person)), reasons, slips }
}

// A person is compared with many rows, a row with many people: each is folded once.
const folded = new WeakMap<PrintedName, PrintedName>()

function foldedOf(name: PrintedName): PrintedName {
  const known = folded.get(name)
  if (known) return known
  const { family, given, patronymic } = name
  const made = { family: foldName(family), given: foldName(given), patronymic: foldName(patronymic) }
  folded.set(name, made)
  return made
}

/** The folded word and what is left of it without each one letter. */
function keysOf(word: string): string[] {
  const folded = foldName(word)
  const keys = [folded]
  if (folded.length > 3)
    for (let at = 0; at < folded.length; at += 1) keys.push(folded.slice(0, at) + folded.slice(at + 1))
  return [...new Set(keys)]
}

/** Letters to add, drop, change or swap with a neighbour; `most` + 1 when there are more. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      let best = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    ;[before, row] = [row, next]
    if (Math.min(...next) > most) return most + 1
  }
  return row[other.length] ?? most + 1
}
