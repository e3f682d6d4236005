/** The list of candidates as somebody looks through it: words, place, direction, order, page. Pure. */
import type { Candidate } from '#app/domain/panels/candidates.server.ts'

export interface Looked {
  words: string
  direction: string
  municipality: string
  sort: string
}

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
// «12, 40, 518»: several registry numbers at once
const NUMBERS = /^\d+([\s,;]+\d+)*$/

/** Those that fit what is looked for, in the order asked for; the order of points is that of the list given. */
export function lookedThrough(
  all: readonly Candidate[],
  { words, direction, municipality, sort }: Looked,
): Candidate[] {
  const numbers = NUMBERS.test(words) ? words.split(/[\s,;]+/).map(Number) : []
  const fits = (one: Candidate) => {
    if (direction !== '' && !(direction in one.competences)) return false
    if (municipality !== '' && one.municipality !== municipality) return false
    if (numbers.length > 1) return numbers.includes(one.number)
    const said = [String(one.number), one.name, one.organisation ?? '', one.municipality ?? ''].join(' ')
    return plain(said).includes(plain(words))
  }
  const found = all.filter(fits)
  const compare = new Intl.Collator('ru').compare
  if (sort === 'name') found.sort((a, b) => compare(a.name, b.name) || a.number - b.number)
  if (sort === 'load') found.sort((a, b) => a.going - b.going || a.lately - b.lately || a.number - b.number)
  if (sort === 'municipality')
    found.sort(
      (a, b) =>
        compare(a.municipality ?? '', b.municipality ?? '') || b.points - a.points || a.number - b.number,
    )
  return found
}
