/** Papers on work as one tagged PDF: a page for each, with a code for whoever checks it. */
import { longDay } from '#app/domain/documents/fields.ts'
import { type PaperWriter, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { workRecord as words } from '#content/messages/ru/work-record.ts'
import { numberOfPaper, type WorkFacts } from './paper.ts'
import type { NamedPaper } from './reading.server.ts'

export interface PaperOptions {
  /** «https://…/check» */
  checkAddress: string
  siteName: string
  /** printed on each page while demo data are loaded */
  demo: string | null
}

/** All papers in the order of their numbers; `step` is told before each. */
export async function workPapersPdf(
  papers: readonly NamedPaper[],
  options: PaperOptions,
  step?: () => Promise<void>,
): Promise<Buffer> {
  const { paper: said } = words
  const [first] = papers
  const title = papers.length === 1 && first ? said.title(numberOfPaper(first.facts)) : said.whole
  const made = papers.map(({ issuedAt }) => issuedAt).sort((a, b) => b.getTime() - a.getTime())[0]
  const { siteName, demo } = options
  const write = pdfPaper({ title, subject: said.whole, siteName, ...(made ? { made } : {}) })
  for (const [at, paper] of papers.entries()) {
    await step?.()
    if (at > 0) write.page()
    await onePaper(write, paper, options)
  }
  return write.finish((page, pages) => [title, said.page(page, pages), ...(demo ? [demo] : [])].join(' · '))
}

async function onePaper(
  write: PaperWriter,
  { facts, name, code, letterhead }: NamedPaper,
  { checkAddress }: PaperOptions,
) {
  const { paper: said } = words
  write.letterhead(letterhead.name, [letterhead.address, letterhead.contacts].filter(Boolean))
  write.small(longDay(facts.issuedOn))
  write.heading('H1', said.title(numberOfPaper(facts)))
  write.strong(name)
  write.paragraph(said.number(facts.person))
  write.paragraph(said.lead)
  await write.table(said.columns, rowsOf(facts), [0.32, 0.68])
  const { replaces } = facts
  if (replaces) write.paragraph(said.replaces(numberOfPaper(replaces), replaces.reason))
  write.paragraph(letterhead.name)
  write.paragraph(said.sign)
  const address = `${checkAddress}/${code}`
  write.code(address, { alt: said.codeAlt(address), beside: [said.check(code, checkAddress)] })
}

function rowsOf({ object, panel, role, firstDay, lastDay, hours, conclusion, inRegistry }: WorkFacts) {
  const { paper: said, roles } = words
  const { rows } = said
  return [
    [rows.object, object],
    [rows.panel, said.panel(panel.number, panel.title)],
    [rows.role, roles[role]],
    [rows.days, said.days(longDay(firstDay), longDay(lastDay))],
    ...(hours === null ? [] : [[rows.hours, words.hours(hours)]]),
    [rows.result, conclusion ? said.result(conclusion) : said.noResult],
    [rows.registry, inRegistry ? said.inRegistry(longDay(firstDay)) : said.outside(longDay(firstDay))],
  ]
}
