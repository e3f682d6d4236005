/**
 * Statements of a conclusion and the sheets they rest on. A paragraph names items of the sheets by marks: [К2] is the
 * second criterion, [В] the verdicts of the experts, [Р] their recommendations. The draft has them from the start, and
 * the head sees which paragraphs name none. Pure.
 */

import { fractionText } from '#app/domain/panels/numbers.ts'
import { conclusions as words } from '#content/messages/ru/conclusions.ts'
import type { ConclusionBody, Criterion } from './assembling.ts'

export type Item = { mark: string; anchor: string }
export interface Statement {
  text: string
  /** the same without marks */
  plain: string
  items: Item[]
}

const marks = /\s*\[([КВР]\d*)\]/g

/** The paragraphs of the chair's text with the sheet items they name; unknown marks name nothing. */
export function statementsOf({ text, criteria, votes, comments }: Known): Statement[] {
  return text
    .split(/\n\s*\n|\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ({
      text: part,
      plain: part.replace(marks, '').trim(),
      items: [...part.matchAll(marks)].flatMap(([, mark = '']) => {
        const anchor = anchorOf(mark, criteria.length, votes.length, comments.length)
        return anchor ? [{ mark, anchor }] : []
      }),
    }))
}
type Known = Pick<ConclusionBody, 'text' | 'criteria' | 'votes' | 'comments'>

function anchorOf(mark: string, criteria: number, votes: number, comments: number): string | null {
  const at = Number(mark.slice(1))
  if (mark.startsWith('К')) return at >= 1 && at <= criteria ? `criterion-${at}` : null
  if (mark === 'В') return votes > 0 ? 'votes' : null
  return mark === 'Р' && comments > 0 ? 'comments' : null
}

/** The text that a draft begins with: what the sheets say, each sentence with its mark. */
export function draftedText({ criteria, verdicts, comments, votes }: ConclusionBody): string {
  const { drafted } = words
  const said = verdicts
    .filter(({ count }) => count > 0)
    .map(({ title, count }) => drafted.votes(title, count))
  return [
    ...criteria.map((criterion, at) => `${ofCriterion(criterion)} [К${at + 1}]`),
    ...(votes.length > 0 ? [`${drafted.verdicts(said.join('; '))} [В]`] : []),
    ...(comments.length > 0 ? [`${drafted.comments(comments.length)} [Р]`] : []),
  ].join('\n\n')
}

function ofCriterion({ title, median, scale, spread, marks }: Criterion): string {
  const { drafted } = words
  if (!median) return drafted.unmarked(title)
  const most = scale.length - 1
  return spread === 0
    ? drafted.same(title, fractionText(median, ''), most, marks.length)
    : drafted.differ(title, fractionText(median, ''), most, spread ?? 0)
}
