/** The lines of a paper in words, the same for PDF and DOCX. Always in Russian, like every paper. Pure. */
import { longDay } from '#app/domain/documents/fields.ts'
import type { CardEngagement, CardStatus } from '#app/domain/experts/card.server.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { OwnLife, OwnWork } from './facts.server.ts'

export const fullName = ({ name }: Pick<OwnLife, 'name'>) =>
  [name.family, name.given, name.patronymic].filter(Boolean).join(' ')

/** Direction, order, term, state. */
export function statusLine(one: CardStatus, { ownData: { statements: said } }: Messages): string[] {
  const ended = one.endedBy && said.ended(one.endedBy.number, longDay(one.endedBy.day))
  return [
    one.title,
    said.order(one.order.number, longDay(one.order.day), one.order.issuer),
    termOf(one, said.term),
    [one.suspended ? said.states.suspended : said.states[one.state], ended].filter(Boolean).join(', '),
  ]
}

/** What, as whom, when, the number of its papers. */
export function workLine(one: CardEngagement, words: Messages): string[] {
  const { ownData, experts } = words
  const said = ownData.statements
  const kind = said.kinds[one.kind] ?? experts.card.otherKind
  const numbers = [
    one.panel !== null && said.panel(one.panel),
    one.conclusion !== null && experts.card.conclusion(one.conclusion),
    one.said > 0 && experts.card.said(one.said, one.accepted),
  ]
  return [
    `${kind}: ${one.title}`,
    said.roles[one.role] ?? experts.card.roles[one.role] ?? one.role,
    `${termOf(one, said.term)}${one.outcome === 'finished' ? '' : `, ${experts.card[one.outcome]}`}`,
    numbers.filter(Boolean).join(', '),
  ]
}

export function employmentLine({ post, organisation, from, to }: OwnWork, words: Messages): string[] {
  return [organisation, post, termOf({ from, to }, words.ownData.statements.term)]
}

function termOf(
  { from, to }: { from: string; to: string | null },
  said: (from: string, to: string | null) => string,
): string {
  return said(longDay(from), to ? longDay(lastDay(to)) : null)
}
