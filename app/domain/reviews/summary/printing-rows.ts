/** One row of the summary in the words of the reader's language: from its frozen body, or from this moment. */
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { AuthorShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { numberKept } from '#content/messages/plural.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { PrintedRow } from './exporting.server.ts'
import type { Receipt } from './landing.server.ts'
import type { SignatureShown } from './signing.server.ts'
import type { SummaryBody, SummaryRow } from './summary-body.ts'

type FrozenRow = SummaryBody['rows'][number]
export type Words = Pick<Messages, 'reviews' | 'reviewRemark' | 'reviewOutcome'>
export type SummaryPrintRow = PrintedRow & {
  remarkNumber: number
  kind: SummaryRow['kind']
  decisionCode: SummaryRow['decision'] extends infer D
    ? (D extends { decision: infer K } ? K : never) | null
    : never
  exact: string
  replacement: string | null
  body: string
  landedIn: number | null
  /** the units before the change, whole */
  was: string
  supports: number
  late: boolean
  grounds: string
  sources: string
  /** what the author says against the record, with the answer */
  objected: string[]
  /** what people of an organisation think otherwise than its position */
  dissents: string[]
  /** numbers of the other remarks with the same answer */
  together: number[]
  /** that the words are not those of the publication, or empty */
  corrected: string
}

type Common = Pick<
  FrozenRow,
  | 'number'
  | 'exact'
  | 'body'
  | 'replacement'
  | 'hidden'
  | 'supports'
  | 'changedVersion'
  | 'late'
  | 'grounds'
  | 'sources'
  | 'receipt'
  | 'position'
  | 'together'
  | 'was'
  | 'became'
  | 'objections'
  | 'dissents'
> & {
  kind: SummaryRow['kind']
  address: string
  receivedAt: Date
  decision: SummaryPrintRow['decisionCode']
  reason: string | null
}

/** Whose words, who thinks otherwise by public number, as far as they may be named today, and what was corrected since. */
type Of = { ctx: Ctx; words: Words; names: ReadonlyMap<number, string>; corrected?: ReadonlySet<number> }

/** A row of this moment. */
export function fromLive(row: SummaryRow, of: Of): SummaryPrintRow {
  const { decision } = row
  const common = {
    ...row,
    ...row.landing,
    address: row.addressNow,
    decision: decision?.decision ?? null,
    reason: decision?.reason ?? null,
  }
  return printRow(
    { ...common, changedVersion: decision?.changedVersion ?? null },
    authorWords(row.author, row.onBehalfOf, of.words),
    of,
  )
}

/** A row of a published summary, with the author's name of today. */
export function fromFrozen(
  row: FrozenRow,
  author: (AuthorShown & { onBehalfOf: string | null }) | undefined,
  of: Of,
): SummaryPrintRow {
  const { words } = of
  const common = {
    ...row,
    kind: row.kind as Common['kind'],
    decision: row.decision as Common['decision'],
    receivedAt: new Date(row.receivedAt),
  }
  return printRow(
    common,
    author ? authorWords(author, author.onBehalfOf, words) : words.reviews.participant(row.participant),
    of,
  )
}

function printRow(row: Common, author: string, { ctx, words, names, corrected: since }: Of): SummaryPrintRow {
  const body = row.hidden ? words.reviewRemark.page.hidden : row.body
  const { summary } = words.reviewOutcome
  const [grounds, sources] = row.hidden ? ['', ''] : [row.grounds ?? '', row.sources ?? '']
  const objected = row.hidden ? [] : (row.objections ?? []).map((one) => objectionWords(one, summary))
  const dissents = (row.dissents ?? []).map((one) => dissentWords(one, names, summary))
  const corrected = since?.has(row.number) ? summary.corrected : ''
  const together = (row.together ?? []).filter((number) => number !== row.number)
  return {
    number: String(row.number),
    place: row.address,
    passage: row.exact,
    author: numberKept(
      [author, row.position && positionWords(row.position, author, summary)].filter(Boolean).join(', '),
    ),
    source: sourceWords(row, dayOf(row.receivedAt, ctx.zone), summary),
    remark: [
      [`${capital(words.reviews.kinds[row.kind])}.`, body].filter(Boolean).join(' '),
      grounds && `${summary.grounds}: ${grounds}`,
      sources && `${summary.sources}: ${sources}`,
      corrected,
      ...objected,
      ...dissents,
    ]
      .filter(Boolean)
      .join('\n'),
    proposed:
      row.replacement === '' ? words.reviewRemark.page.removeSentence(row.exact) : (row.replacement ?? ''),
    decision: row.decision
      ? words.reviews.decisions[row.decision]
      : row.kind === 'support'
        ? ''
        : summary.unanswered,
    reason: [row.reason, together.length > 0 && summary.together(together.join(', '))]
      .filter(Boolean)
      .join('\n'),
    landed: row.changedVersion === null ? '' : words.reviews.version(row.changedVersion),
    became: row.changedVersion === null ? '' : (row.became ?? summary.gone),
    ...{ remarkNumber: row.number, kind: row.kind, decisionCode: row.decision, exact: row.exact },
    ...{ replacement: row.replacement, body, landedIn: row.changedVersion, supports: row.supports },
    was: row.was ?? row.exact,
    ...{ late: row.late ?? false, grounds, sources, together, corrected, objected, dissents },
  }
}

/** Whose position it is; its name is not said twice where it is the author. */
function positionWords(
  organisation: string,
  author: string,
  words: Words['reviewOutcome']['summary'],
): string {
  return author === organisation || author.startsWith(`${organisation}, `)
    ? words.ownPosition
    : words.position(organisation)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** When and how the remark came: the paper it stood in, or the site; and whether the term was over. */
function sourceWords(
  { receipt, late }: Pick<Common, 'receipt' | 'late'>,
  receivedDay: string,
  words: Words['reviewOutcome']['summary'],
): string {
  return [
    receipt ? paperWords(receipt, words) : words.bySite,
    words.received(numeric(receipt?.receivedDay ?? receivedDay)),
    late && words.late,
  ]
    .filter(Boolean)
    .join(', ')
}

function objectionWords(
  { day, body, answer, corrected }: NonNullable<Common['objections']>[number],
  words: Words['reviewOutcome']['summary'],
): string {
  const said = `${words.objected(numeric(day))}: ${body}`
  if (answer === null) return `${said} ${words.objectionWaits}`
  return `${said}\n${corrected ? words.objectionCorrected : words.objectionKept}: ${answer}`
}

function dissentWords(
  { day, person, body }: NonNullable<Common['dissents']>[number],
  names: ReadonlyMap<number, string>,
  words: Words['reviewOutcome']['summary'],
): string {
  return words.dissent((person !== null && names.get(person)) || words.dissenter, numeric(day), body)
}

function paperWords(receipt: Receipt, words: Words['reviewOutcome']['summary']): string {
  const { channel, number, day, event, item, organisation } = receipt
  const what =
    channel === 'session'
      ? [event, item && words.item(item)]
      : [words.channels[channel], number && `№\u00a0${number}`]
  return [...what, words.dated(numeric(day)), organisation && `(${organisation})`].filter(Boolean).join(' ')
}

const numeric = (day: string) => day.slice(0, 10).split('-').reverse().join('.')

/** Who signed last, or an empty line. */
export function signedWords(signatures: readonly SignatureShown[], words: Words): string {
  const last = signatures.at(-1)
  return last ? words.reviewOutcome.summary.signed(last.post, last.signatory, numeric(last.day)) : ''
}

function authorWords(author: AuthorShown, onBehalfOf: string | null, words: Words): string {
  const standing = author.expert ? words.reviews.expert : author.post
  return [
    author.name ?? words.reviews.participant(author.participantNumber),
    standing,
    author.municipality,
    onBehalfOf && words.reviews.behalf(onBehalfOf),
  ]
    .filter(Boolean)
    .join(', ')
}
