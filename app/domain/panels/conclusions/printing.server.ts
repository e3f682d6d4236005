/**
 * Printing a conclusion as a tagged PDF: the document to sign, with the names it keeps on its own ground, and the copy
 * with the marks of signatures, made whenever it is asked for, so that a name whose ground ended is not printed again.
 */
import { docxPaper } from '#app/domain/documents/docx-paper.server.ts'
import { type PaperHead, type PaperWriter, paragraphsOf, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { fractionText, shareText } from '#app/domain/panels/numbers.ts'
import { conclusions as words } from '#content/messages/ru/conclusions.ts'
import { panelRounds as rounds } from '#content/messages/ru/panel-rounds.ts'
import { panels } from '#content/messages/ru/panels.ts'
import { type ConclusionBody, type Criterion, roleOf } from './assembling.ts'
import type { NamedPerson } from './opening.server.ts'
import type { ConclusionView } from './reading.server.ts'

export interface PrintOptions {
  /** «проверить: https://…/check» */
  checkAddress: string
  siteName: string
  /** printed on each page while demo data are loaded */
  demo: string | null
}
interface Printed extends PrintOptions {
  /** the moment that the file names */
  made?: Date
  names: Record<number, NamedPerson>
  code: string
  sha256: string
}

/** The document that is signed: its last page has a line for each signature. */
export async function signedPdf(body: ConclusionBody, options: Printed): Promise<Buffer> {
  const write = await written(pdfPaper, body, options)
  write.heading('H2', words.sections.signing)
  const { columns, blank } = words
  const rows = signersOf(body).map((number) => [
    nameOf(number, options),
    words.roles[roleOf(body, number)],
    blank,
  ])
  await write.table([columns.who, columns.role, columns.signature], rows, [0.44, 0.26, 0.3])
  ending(write, options)
  return finish(write, body, options)
}

type Issued = PrintOptions & { dayText: string }
type Paper = (head: PaperHead) => PaperWriter

/** The issued conclusion with who signed it and how, as a tagged PDF. */
export function conclusionPdf(view: ConclusionView, options: Issued): Promise<Buffer> {
  return copyOf(pdfPaper, view, options)
}

/** The same as DOCX. */
export function conclusionDocx(view: ConclusionView, options: Issued): Promise<Buffer> {
  return copyOf(docxPaper, view, options)
}

async function copyOf(open: Paper, view: ConclusionView, options: Issued): Promise<Buffer> {
  const { body } = view
  const names = Object.fromEntries(
    Object.entries(view.names).map(([number, name]) => [
      number,
      {
        name: name ?? panels.conclusion.hidden(Number(number)),
        organisation: view.organisations[Number(number)] ?? null,
      },
    ]),
  )
  const made = view.issuedAt ? { made: view.issuedAt } : {}
  const printed = { ...options, ...made, names, code: view.code ?? '', sha256: view.sha256 ?? '' }
  const write = await written(open, body, printed, options.dayText, standingOf(view))
  write.heading('H2', words.sections.signed)
  const { columns } = words
  const rows = view.signatures.map(({ person, role, kindText, dayText }) => [
    nameOf(person, printed),
    words.roles[role],
    `${kindText}, ${dayText}`,
  ])
  if (rows.length > 0) await write.table([columns.who, columns.role, columns.kind], rows, [0.34, 0.2, 0.46])
  write.small(words.honest)
  ending(write, printed)
  return finish(write, body, options)
}

function standingOf({ revokedAt, revokeReason, supersededBy }: ConclusionView): string | null {
  if (supersededBy) return words.supersededBy(supersededBy, revokeReason ?? '')
  return revokedAt ? words.revoked(revokeReason ?? '') : null
}

async function written(
  open: Paper,
  body: ConclusionBody,
  options: Printed,
  dayText?: string,
  standing: string | null = null,
) {
  const t = panels.conclusion
  const title = words.title[body.kind ?? 'conclusion'](body.number)
  const { siteName, made } = options
  const write = open({ title, subject: body.object.title, siteName, ...(made ? { made } : {}) })
  write.small(options.siteName)
  write.heading('H1', title)
  if (standing) write.strong(standing)
  write.paragraph(t.about(body.object.title, body.object.version))
  write.small([dayText, t.panel(body.panel.number)].filter(Boolean).join('. '))
  if (body.supersedes) write.paragraph(words.supersedes(body.supersedes.number, body.supersedes.reason))
  course(write, body, options)
  write.heading('H2', t.sections.verdict)
  write.strong(body.verdicts.find(({ code }) => code === body.verdict)?.title ?? '')
  for (const part of paragraphsOf(body.text)) write.paragraph(part)
  write.small(words.marksText)
  if (body.recommendations) {
    write.heading('H2', t.sections.recommendations)
    for (const part of paragraphsOf(body.recommendations)) write.paragraph(part)
  }
  write.heading('H2', t.sections.marks)
  await write.table(
    [t.columns.criterion, t.columns.median, t.columns.spread, t.columns.weight],
    body.criteria.map(rowOf),
    [0.52, 0.16, 0.16, 0.16],
  )
  if (body.score) write.paragraph(t.score(body.score.earned, body.score.most))
  const { median, spread } = body.result ?? { median: null, spread: null }
  if (median) write.paragraph(rounds.result(shareText(median), shareText(spread)))
  write.heading('H2', t.sections.reasons)
  for (const [at, criterion] of body.criteria.entries()) {
    write.heading('H3', words.numbered(at + 1, criterion.title))
    for (const mark of criterion.marks) write.paragraph(reasonOf(criterion, mark, options))
  }
  opinions(write, body, options)
  write.heading('H2', t.sections.members)
  await write.table(
    [t.columns.member, t.columns.place, t.columns.role],
    signersOf(body).map((number) => [
      nameOf(number, options),
      options.names[number]?.organisation ?? t.notMarked,
      words.roles[roleOf(body, number)],
    ]),
    [0.4, 0.36, 0.24],
  )
  agreement(write, body, options)
  return write
}

/** How the sheets came together, where it was not simply that all came in. */
function course(write: PaperWriter, { closing, rounds: held = [] }: ConclusionBody, options: Printed) {
  const who = (numbers: readonly number[]) => numbers.map((number) => nameOf(number, options)).join(', ')
  if (closing) {
    const { sent, missing, reason, dissent } = closing
    write.paragraph(
      [rounds.closed(sent, sent + missing.length), rounds.closedMissing(who(missing))].join(' '),
    )
    write.paragraph(rounds.closedReason(reason))
    if (dissent) write.paragraph(rounds.closedDissent(dissent))
  }
  const again = new Set(held.flatMap(({ criteria }) => criteria))
  const silent = [...new Set(held.flatMap((round) => round.silent))]
  if (again.size > 0) write.paragraph(rounds.secondNote(again.size))
  if (silent.length > 0) write.paragraph(rounds.silent(who(silent)))
}

function opinions(write: PaperWriter, { votes, comments, verdicts }: ConclusionBody, options: Printed) {
  const t = panels.conclusion
  write.heading('H2', words.numberedVotes)
  for (const { person, verdict, reason } of votes) {
    const title = verdicts.find(({ code }) => code === verdict)?.title ?? verdict
    write.paragraph(`${nameOf(person, options)}: ${title}. ${reason}`)
  }
  if (comments.length === 0) return
  write.heading('H2', `${t.sections.comments} [Р]`)
  for (const { person, text } of comments) write.paragraph(`${nameOf(person, options)}: ${text}`)
}

function agreement(write: PaperWriter, { agreement: said, deputy }: ConclusionBody, options: Printed) {
  if (deputy) write.paragraph(words.deputyActs(nameOf(deputy.person, options), deputy.reason))
  if (!said) return
  write.heading('H2', words.sections.agreement)
  for (const { person, answer } of said.answers)
    write.paragraph(words.answerOf[answer](nameOf(person, options)))
  for (const { person, dissent } of said.answers.filter((one) => one.dissent)) {
    write.heading('H3', words.dissentOf(nameOf(person, options)))
    for (const part of paragraphsOf(dissent)) write.paragraph(part)
  }
}

function ending(write: PaperWriter, { checkAddress, code, sha256 }: Printed) {
  const t = panels.conclusion
  write.heading('H2', t.sections.check)
  const address = `${checkAddress}/${code}`
  write.code(address, {
    alt: words.codeAlt(address),
    beside: [t.checkText(code, checkAddress), `SHA-256: ${sha256}`],
  })
}

function finish(write: PaperWriter, body: ConclusionBody, { demo }: PrintOptions): Promise<Buffer> {
  const title = words.title[body.kind ?? 'conclusion'](body.number)
  return write.finish((page, pages) =>
    [title, panels.conclusion.page(page, pages), ...(demo ? [demo] : [])].join(' · '),
  )
}

/** Everybody whose sheet the conclusion rests on, the head among them. */
export function signersOf({ members, chair, deputy }: ConclusionBody): number[] {
  return [...new Set([deputy?.person ?? chair, ...members])].filter((one) => one > 0)
}

const nameOf = (number: number, { names }: Pick<Printed, 'names'>) =>
  names[number]?.name ?? panels.conclusion.hidden(number)

const spreadText = (spread: number | null) => (spread === null ? panels.conclusion.notMarked : String(spread))

const rowOf = ({ title, median, spread, before, weight }: Criterion, at: number) => [
  words.numbered(at + 1, title),
  fractionText(median, panels.conclusion.notMarked),
  [spreadText(spread), ...(before ? [rounds.was(spreadText(before.spread))] : [])].join(', '),
  String(weight),
]

function reasonOf(criterion: Criterion, mark: Criterion['marks'][number], options: Printed): string {
  const t = panels.conclusion
  const said = (value: number | null) =>
    value === null ? t.notApplicable : `${value} (${criterion.scale[value] ?? ''})`
  const { second } = mark
  const first = `${nameOf(mark.person, options)}: ${said(mark.mark)}. ${mark.reason}${mark.address ? ` — ${t.evidence(mark.address)}` : ''}`
  if (!second) return first
  const now = second.kept ? rounds.kept(second.round) : rounds.second(second.round, said(second.mark))
  return [
    `${first}${/[.!?…]$/.test(first) ? '' : '.'} ${now[0]?.toUpperCase()}${now.slice(1)}.`,
    second.reason,
  ]
    .filter(Boolean)
    .join(' ')
}
