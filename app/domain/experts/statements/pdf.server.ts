/** A paper on the own life as PDF: tagged, on the letterhead of the operator, with a code for whoever checks it. */
import { longDay } from '#app/domain/documents/fields.ts'
import { type PaperWriter, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { OwnLife } from './facts.server.ts'
import type { Imprint, StatementKind } from './kinds.ts'
import { employmentLine, fullName, statusLine, workLine } from './lines.ts'

/** The bytes of the paper. */
export async function statementPdf(
  kind: StatementKind,
  life: OwnLife,
  imprint: Imprint,
  words: Messages,
): Promise<Buffer> {
  const { statements: said } = words.ownData
  const { code, letterhead, siteName, notice } = imprint
  const title = said.titles[kind]
  const write = pdfPaper({ title, subject: said.number(code), siteName })
  if (notice) write.small(notice)
  write.letterhead(letterhead.name, [letterhead.address, letterhead.contacts].filter(Boolean))
  write.small(`${longDay(imprint.day)}\u2003${said.number(code)}`)
  write.heading('H1', title)
  write.strong(fullName(life))
  write.paragraph(life.statuses.length > 0 ? said.registered(life.number) : said.participant(life.number))
  write.paragraph(said.leads[kind](longDay(imprint.day)))
  if (kind === 'biography') await works(write, life, words)
  if (kind !== 'participation') await statuses(write, life, words, kind === 'biography')
  if (kind !== 'extract') await engagements(write, life, words, kind === 'biography')
  write.code(imprint.check, { alt: said.codeAlt(imprint.check), beside: said.check(imprint.check) })
  return write.finish((page, pages) =>
    [said.number(code), said.page(page, pages), ...(notice ? [notice] : [])].join(' · '),
  )
}

async function works(write: PaperWriter, life: OwnLife, words: Messages) {
  const { statements: said } = words.ownData
  if (life.works.length === 0) return
  write.heading('H2', said.sections.works)
  const rows = life.works.map((one) => employmentLine(one, words))
  await write.table(said.columns.works, rows, [0.44, 0.3, 0.26])
}

async function statuses(write: PaperWriter, life: OwnLife, words: Messages, headed: boolean) {
  const { statements: said } = words.ownData
  if (headed) write.heading('H2', said.sections.statuses)
  const rows = life.statuses.map((one) => statusLine(one, words))
  await write.table(said.columns.statuses, rows, [0.36, 0.26, 0.2, 0.18])
}

async function engagements(write: PaperWriter, life: OwnLife, words: Messages, headed: boolean) {
  const { statements: said } = words.ownData
  if (life.engagements.length === 0) return
  if (headed) write.heading('H2', said.sections.engagements)
  const rows = life.engagements.map((one) => workLine(one, words))
  await write.table(said.columns.engagements, rows, [0.4, 0.18, 0.22, 0.2])
}
