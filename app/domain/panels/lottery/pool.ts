/**
 * The pool of a lottery: people, what each of them counts for, and how many of each a panel may have.
 *
 * People who count for the same quotas are of one kind: the lottery is reckoned over kinds, whatever the number of
 * people, and treats the people of one kind alike (Flanigan et al., Nature 596:548, 2021, group by feature vectors).
 */
export interface Quota {
  /** `category: feature` in files; what the rule is called elsewhere */
  name: string
  min: number
  max: number
  /** how far a relaxation may go, as the files of the sortition tools say */
  flex?: { min: number; max: number }
}
export interface Person {
  id: string
  /** places in `quotas` */
  quotas: number[]
}
export interface Pool {
  size: number
  quotas: Quota[]
  people: Person[]
}
export interface Kind {
  /** places in `people` */
  people: number[]
  quotas: number[]
}

/** Kinds in the order of their first person. */
export function kindsOf({ people }: Pool): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const [at, { quotas }] of people.entries()) {
    const key = [...quotas].sort((a, b) => a - b).join()
    const kind = kinds.get(key)
    if (kind) kind.people.push(at)
    else kinds.set(key, { people: [at], quotas })
  }
  return [...kinds.values()]
}

/**
 * The pool without quotas that nothing can break: room for everybody who counts for it, and no least, or one that
 * everybody meets. What is left makes fewer kinds: one teacher of a school is like one of the next.
 */
export function withoutIdle({ size, quotas, people }: Pool): Pool {
  const counts = quotas.map(() => 0)
  for (const { quotas: own } of people) for (const quota of own) counts[quota] = (counts[quota] ?? 0) + 1
  const kept = quotas.flatMap(({ min, max }, at) => {
    const count = counts[at] ?? 0
    const isIdle = max >= Math.min(count, size) && (min <= 0 || (count === people.length && min <= size))
    return isIdle ? [] : [at]
  })
  const place = new Map(kept.map((at, fresh) => [at, fresh]))
  return {
    size,
    quotas: kept.map((at) => quotas[at] as Quota),
    people: people.map(({ id, quotas: own }) => ({ id, quotas: own.flatMap((at) => place.get(at) ?? []) })),
  }
}

/** Quotas that a composition (how many of each kind) breaks; the size is the quota `size`. */
export function brokenBy(
  counts: readonly number[],
  kinds: readonly Kind[],
  { quotas, size }: Pick<Pool, 'quotas' | 'size'>,
): string[] {
  const held = quotas.map(() => 0)
  let all = 0
  for (const [at, { quotas: own }] of kinds.entries()) {
    all += counts[at] ?? 0
    for (const quota of own) held[quota] = (held[quota] ?? 0) + (counts[at] ?? 0)
  }
  const broken = quotas.filter(({ min, max }, at) => (held[at] ?? 0) < min || (held[at] ?? 0) > max)
  return [...(all === size ? [] : ['size']), ...broken.map(({ name }) => name)]
}
