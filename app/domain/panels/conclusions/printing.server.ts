/**
 * Printing a conclusion as a tagged PDF.
 *
 * Made from the stored body whenever it is asked for, so that a name whose ground ended is not printed again.
 */
import { paragraphsOf, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { fractionText } from '#app/domain/panels/numbers.ts'
import { panels as words } from '#content/messages/ru/panels.ts'
import type { Criterion } from './assembling.ts'
import type { ConclusionView } from './reading.server.ts'

export interface PrintOptions {
  /** «Заключение № 7-1 … проверить: https://…/check/…» */
  checkAddress: string
  siteName: string
  /** printed on each page while demo data are loaded */
  demo: string | null
  dayText: string
}

/** The conclusion as PDF bytes. */
export async function conclusionPdf(view: ConclusionView, options: PrintOptions): Promise<Buffer> {
  const t = words.conclusion
  const { body } = view
  const title = t.title(body.number)
  const write = pdfPaper({ title, subject: body.object.title, siteName: options.siteName })
  write.small(options.siteName)
  write.heading('H1', title)
  write.paragraph(t.about(body.object.title, body.object.version))
  write.small(`${options.dayText}. ${t.panel(body.panel.number)}`)
  write.heading('H2', t.sections.verdict)
  write.strong(body.verdicts.find(({ code }) => code === body.verdict)?.title ?? '')
  for (const part of paragraphsOf(body.text)) write.paragraph(part)
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
  write.heading('H2', t.sections.reasons)
  for (const criterion of body.criteria) {
    write.heading('H3', criterion.title)
    for (const mark of criterion.marks) write.paragraph(reasonOf(criterion, mark, view))
  }
  write.heading('H2', t.sections.members)
  await write.table(
    [t.columns.member, t.columns.place, t.columns.role],
    body.members.map((number) => memberRow(number, view)),
    [0.4, 0.36, 0.24],
  )
  write.heading('H2', t.sections.check)
  write.paragraph(t.checkText(view.code ?? '', options.checkAddress))
  write.small(`SHA-256: ${view.sha256 ?? ''}`)
  return write.finish((page, pages) =>
    [title, t.page(page, pages), ...(options.demo ? [options.demo] : [])].join(' · '),
  )
}

const rowOf = ({ title, median, spread, weight }: Criterion) => [
  title,
  fractionText(median, words.conclusion.notMarked),
  spread === null ? words.conclusion.notMarked : String(spread),
  String(weight),
]

function memberRow(number: number, { body, names, organisations }: ConclusionView): string[] {
  const t = words.conclusion
  return [
    names[number] ?? t.hidden(number),
    organisations[number] ?? t.notMarked,
    number === body.chair ? t.chair : t.member,
  ]
}

function reasonOf(criterion: Criterion, mark: Criterion['marks'][number], { names }: ConclusionView): string {
  const t = words.conclusion
  const who = names[mark.person] ?? t.hidden(mark.person)
  const value = mark.mark === null ? t.notApplicable : `${mark.mark} (${criterion.scale[mark.mark] ?? ''})`
  return `${who}: ${value}. ${mark.reason}${mark.address ? ` — ${t.evidence(mark.address)}` : ''}`
}
