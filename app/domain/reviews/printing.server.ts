/**
 * Printing: the summary as rows of words, the same for page, XLSX and DOCX.
 *
 * A published summary is printed from its frozen body, with the names that may be shown today; before publication the
 * rows are those of this moment and say so.
 */
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { PrintedRow, PrintedSummary } from './exporting.server.ts'
import type { Receipt } from './landing.server.ts'
import { draftBySlug } from './queries.server.ts'
import type { AuthorShown } from './remark-rows.server.ts'
import { type SignatureShown, signaturesOf } from './signing.server.ts'
import { publishedSummary, summaryRows } from './summarising.server.ts'
import type { SummaryBody, SummaryRow } from './summary-body.ts'

type FrozenRow = SummaryBody['rows'][number]
type Words = Pick<Messages, 'reviews' | 'reviewRemark' | 'reviewOutcome'>
export interface SummaryShown {
  draft: {
    id: string
    slug: string
    title: string
    lang: string
    number: number
    developer: { id: string; name: string }
  }
  published: { revision: number; publishedAt: Date; sha256: string; versionNumber: number } | null
  answered: number
  total: number
  unansweredReason: string
  signatures: SignatureShown[]
  rows: SummaryPrintRow[]
}
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
  /** numbers of the other remarks with the same answer */
  together: number[]
}

/** The summary of a draft within reach. */
export async function summaryShown(ctx: Ctx, slug: string, words: Words): Promise<SummaryShown> {
  const shown = await draftBySlug(ctx, slug)
  const { id, title, lang, number } = shown.draft
  const frozen = shown.current ? await publishedSummary(ctx, id) : null
  const live = shown.current && !frozen ? await summaryRows(ctx, id) : []
  const rows = frozen
    ? frozen.body.rows.map((row) => fromFrozen(row, frozen.authors.get(row.number), { ctx, words }))
    : live.map((row) => fromLive(row, { ctx, words }))
  return {
    draft: {
      id,
      slug: shown.draft.slug,
      title,
      lang,
      number,
      developer: { id: shown.draft.developerId, name: shown.developer.name },
    },
    published: frozen && {
      revision: frozen.revision,
      publishedAt: frozen.publishedAt,
      sha256: frozen.sha256,
      versionNumber: frozen.versionNumber,
    },
    answered: rows.filter(({ decisionCode, kind }) => decisionCode !== null || kind === 'support').length,
    total: rows.length,
    unansweredReason: frozen?.unansweredReason ?? '',
    signatures: frozen ? await signaturesOf(ctx, frozen.id) : [],
    rows,
  }
}

/** The same in the form that files are made of; `dayText` prints a date. */
export function printedOf(
  shown: SummaryShown,
  words: Words,
  dayText: (date: Date) => string,
  demo: boolean,
): PrintedSummary {
  const { summary } = words.reviewOutcome
  const { published } = shown
  return {
    heading: summary.title,
    document: [shown.draft.title, published && summary.version(published.versionNumber)]
      .filter(Boolean)
      .join(', '),
    facts: published
      ? summary.published(published.revision, dayText(published.publishedAt))
      : summary.preliminary,
    note: shown.unansweredReason === '' ? '' : `${summary.unansweredReason}: ${shown.unansweredReason}`,
    totals: `${words.reviews.remarks(shown.total)}. ${summary.answered(shown.answered, shown.total)}.`,
    organisation: shown.draft.developer.name,
    signed: signedWords(shown.signatures, words),
    hash: published ? `${summary.hash} SHA-256: ${published.sha256}` : '',
    demo: demo ? summary.demo : '',
    heads: {
      number: summary.number,
      place: summary.place,
      passage: summary.passage,
      author: summary.author,
      remark: summary.remark,
      proposed: summary.proposed,
      decision: summary.decision,
      reason: summary.reason,
      landed: summary.landed,
      source: summary.source,
      became: summary.became,
    },
    rows: shown.rows,
  }
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
> & {
  kind: SummaryRow['kind']
  address: string
  receivedAt: Date
  decision: SummaryPrintRow['decisionCode']
  reason: string | null
}

function fromLive(row: SummaryRow, of: { ctx: Ctx; words: Words }): SummaryPrintRow {
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

function fromFrozen(
  row: FrozenRow,
  author: (AuthorShown & { onBehalfOf: string | null }) | undefined,
  of: { ctx: Ctx; words: Words },
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

function printRow(row: Common, author: string, { ctx, words }: { ctx: Ctx; words: Words }): SummaryPrintRow {
  const body = row.hidden ? words.reviewRemark.page.hidden : row.body
  const { summary } = words.reviewOutcome
  const [grounds, sources] = row.hidden ? ['', ''] : [row.grounds ?? '', row.sources ?? '']
  const together = (row.together ?? []).filter((number) => number !== row.number)
  return {
    number: String(row.number),
    place: row.address,
    passage: row.exact,
    author: [author, row.position && summary.position(row.position)].filter(Boolean).join(', '),
    source: sourceWords(row, dayOf(row.receivedAt, ctx.zone), summary),
    remark: [
      [`${words.reviews.kinds[row.kind]}.`, body].filter(Boolean).join(' '),
      grounds && `${summary.grounds}: ${grounds}`,
      sources && `${summary.sources}: ${sources}`,
    ]
      .filter(Boolean)
      .join('\n'),
    proposed: row.replacement ?? '',
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
    ...{ late: row.late ?? false, grounds, sources, together },
  }
}

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

function paperWords(receipt: Receipt, words: Words['reviewOutcome']['summary']): string {
  const { channel, number, day, event, item, organisation } = receipt
  const what =
    channel === 'session'
      ? [event, item && words.item(item)]
      : [words.channels[channel], number && `№ ${number}`]
  return [...what, words.dated(numeric(day)), organisation && `(${organisation})`].filter(Boolean).join(' ')
}

const numeric = (day: string) => day.slice(0, 10).split('-').reverse().join('.')

function signedWords(signatures: readonly SignatureShown[], words: Words): string {
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
