/** Why these members, what each rule costs and why not somebody else: what a page of reasons needs, in one reckoning. Pure. */
import { pricesOf, whyNotOf, whyOf } from '#app/domain/panels/assignment/explaining.ts'
import { bestPanel } from '#app/domain/panels/assignment/one-panel.ts'
import type { Row, SelectionRules } from '#app/domain/panels/selecting.ts'
import { bestOf } from './choosable.ts'

/** A choice of a format before 3 is explained by the search that made it. */
const searchOf = (isLimited: boolean) => (isLimited ? bestOf : bestPanel) as typeof bestPanel

export function explainChoice(
  rows: readonly Row[],
  rules: SelectionRules,
  { isLimited, members, asked }: { isLimited: boolean; members: boolean; asked?: number },
) {
  const search = searchOf(isLimited)
  const best = search(rows, rules)
  if (!best) return null
  const person = best.proven ? rows.find(({ row }) => row === asked) : undefined
  const isOther = person && !best.members.some(({ row }) => row === person.row)
  return {
    best,
    prices: best.proven ? pricesOf(rows, rules, best, search) : [],
    whys: best.proven && members ? best.members.map((one) => whyOf(rows, rules, best, one, search)) : [],
    other: isOther ? whyNotOf(rows, rules, best, person, search) : null,
  }
}

/** Why one person of the list was not chosen; null where nothing better can be said. */
export function whyNotOne(rows: readonly Row[], rules: SelectionRules, isLimited: boolean, asked: number) {
  const search = searchOf(isLimited)
  const best = search(rows, rules)
  const person = rows.find(({ row }) => row === asked)
  return best?.proven && person ? whyNotOf(rows, rules, best, person, search) : null
}
