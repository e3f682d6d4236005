/** Printing one's own sheet as a tagged PDF: first marks, second ones beside them, hashes. Made whenever it is asked for. */
import { paragraphsOf, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import type { SecondMark } from '#app/domain/panels/rounds/second-marks.ts'
import type { EvidencedAnswer } from '#app/domain/panels/sheets/evidence.server.ts'
import type { Form, Question } from '#app/domain/questionnaires/forms.ts'
import { panels as words } from '#content/messages/ru/panels.ts'

export interface PrintedSheet {
  panel: number
  title: string
  object: string
  who: string
  sent: string | null
  sha256: string | null
  form: Form
  answers: readonly EvidencedAnswer[]
  second: Readonly<Record<string, SecondMark>>
  /** hashes of second sheets, in the order of rounds */
  hashes: readonly string[]
}

export async function sheetPdf(
  sheet: PrintedSheet,
  { siteName, demo }: { siteName: string; demo: string | null },
) {
  const t = words.sheet
  const write = pdfPaper({ title: sheet.title, subject: sheet.object, siteName })
  write.small(siteName)
  write.heading('H1', sheet.title)
  write.paragraph(sheet.object)
  write.small(t.eyebrow(sheet.panel))
  write.paragraph(t.by(sheet.who))
  write.paragraph(sheet.sent ? t.sent(sheet.sent) : t.unsentPaper)
  for (const question of sheet.form.questions) {
    const answer = sheet.answers.find((one) => one.question === question.code)
    if (question.type === 'section') write.heading('H2', question.title)
    else if (answer && (answer.notApplicable || answer.value !== null || answer.reason !== ''))
      one(write, question, answer, sheet.second)
  }
  if (sheet.sha256) write.small(`SHA-256: ${sheet.sha256}`)
  for (const hash of sheet.hashes) write.small(`${words.rounds.title}, SHA-256: ${hash}`)
  return write.finish((page, pages) =>
    [sheet.title, words.conclusion.page(page, pages), ...(demo ? [demo] : [])].join(' · '),
  )
}

function one(
  write: ReturnType<typeof pdfPaper>,
  question: Question,
  answer: EvidencedAnswer,
  seconds: PrintedSheet['second'],
) {
  write.heading('H3', question.title)
  if (question.type === 'text') {
    for (const part of paragraphsOf(String(answer.value ?? ''))) write.paragraph(part)
    return
  }
  if (answer.notApplicable || answer.value !== null) write.strong(saidOf(question, answer))
  for (const part of paragraphsOf(answer.reason)) write.paragraph(part)
  if (answer.address) write.small(words.conclusion.evidence(answer.address))
  const second = seconds[question.code]
  if (!second) return
  const { round, kept, mark, reason } = second
  const again = { ...answer, value: mark, notApplicable: mark === null }
  write.strong(kept ? words.rounds.kept(round) : words.rounds.second(round, saidOf(question, again)))
  for (const part of paragraphsOf(reason)) write.paragraph(part)
}

function saidOf(
  { type, scale = [], options = [] }: Question,
  { value, notApplicable }: Omit<EvidencedAnswer, 'reason'>,
) {
  if (notApplicable) return words.conclusion.notApplicable
  if (type === 'scale') return `${value} (${scale[Number(value)] ?? ''})`
  return options.find(({ code }) => code === value)?.title ?? String(value)
}
