/**
 * Likeness: which texts say alike. Texts are sets of stems, so endings and the order of words do not matter; a stem
 * weighs somewhat more the fewer texts have it, and two texts are alike by the share of weight
 * they have in common (weighted Jaccard). Groups are what is linked to its first text, not chains of neighbours. Pure.
 */
export interface Stemmed {
  id: string
  stems: string[]
}
export interface Likeness {
  /** from this share on texts are shown as saying alike, and as copies of one text */
  alike: number
  copies: number
}
export interface Alike {
  ids: string[]
  /** the least likeness to the first text of the group */
  score: number
  copies: boolean
}

const PROBES = 10 // by its rarest stems a text looks for others: common words lead to everybody
const BUDGET = 500_000 // comparisons; what is left is found when the first groups are made
const FEW = 3 // shorter texts («Согласен.») are no argument to compare

/** Groups of texts that say alike, the largest first; a text is in one group at most. */
export function alikeGroups(texts: readonly Stemmed[], { alike, copies }: Likeness): Alike[] {
  const long = texts.filter(({ stems }) => stems.length >= FEW)
  const holders = holdersOf(long)
  const weight = weightIn(holders, long.length)
  let compared = 0
  const taken = new Set<string>()
  const groups: Alike[] = []
  for (const first of long) {
    if (taken.has(first.id) || compared > BUDGET) continue
    const others = neighbours(first, holders).filter(({ id }) => !taken.has(id))
    compared += others.length
    const near = others
      .map((other) => ({ id: other.id, score: likeness(first.stems, other.stems, weight) }))
      .filter(({ score }) => score >= alike)
      .sort((a, b) => b.score - a.score)
    if (near.length === 0) continue
    const same = near.filter(({ score }) => score >= copies)
    const members = same.length > 0 ? same : near
    for (const { id } of [first, ...members]) taken.add(id)
    const score = members.at(-1)?.score ?? 1
    groups.push({ ids: [first.id, ...members.map(({ id }) => id)], score, copies: same.length > 0 })
  }
  return groups.sort((a, b) => b.ids.length - a.ids.length || b.score - a.score)
}

/** 0 nothing in common … 1 the same stems. */
export function likeness(
  one: readonly string[],
  other: readonly string[],
  weight: (stem: string) => number,
): number {
  const [mine, theirs] = [new Set(one), new Set(other)]
  let [shared, all] = [0, 0]
  for (const stem of new Set([...mine, ...theirs])) {
    const grams = weight(stem)
    all += grams
    if (mine.has(stem) && theirs.has(stem)) shared += grams
  }
  return all === 0 ? 0 : shared / all
}

/** From 1 for a stem that all have to 1.5 for one that a single text has: a name under a copied letter is no argument. */
function weightIn(holders: Map<string, Stemmed[]>, n: number) {
  return (stem: string) => 1 + Math.log(n / (holders.get(stem)?.length ?? 1)) / Math.log(Math.max(n, 2)) / 2
}

function holdersOf(texts: readonly Stemmed[]): Map<string, Stemmed[]> {
  const holders = new Map<string, Stemmed[]>()
  for (const text of texts)
    for (const stem of text.stems) {
      const found = holders.get(stem)
      if (found) found.push(text)
      else holders.set(stem, [text])
    }
  return holders
}

/** Texts that share at least two of this text's rarest stems. */
function neighbours(text: Stemmed, holders: Map<string, Stemmed[]>): Stemmed[] {
  const shared = new Map<Stemmed, number>()
  const rarest = text.stems
    .map((stem) => holders.get(stem) ?? [])
    .sort((a, b) => a.length - b.length)
    .slice(0, PROBES)
  for (const found of rarest)
    for (const other of found) if (other !== text) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared].flatMap(([other, n]) => (n >= 2 ? [other] : []))
}
