import { expect } from 'vitest'
import { conclusionPdf } from '#app/domain/panels/conclusions/printing.server.ts'
import { conclusionByNumber } from '#app/domain/panels/conclusions/reading.server.ts'
import { test } from '#test/support/database.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

test('a conclusion as PDF: tagged, titled, in Russian, searchable, marked as a demonstration', async ({
  given,
  as,
}) => {
  const text = `${'Эксперты сошлись в главном. '.repeat(120)}\n\nПоследний абзац № 2 «в кавычках».`
  const { conclusion: number } = await given.issued({ text, dissent: 'Срок слишком короткий.' })
  const view = await conclusionByNumber(as(null), number)
  const pdf = await conclusionPdf(view, {
    checkAddress: 'https://site.example/check',
    siteName: 'Экспертное сообщество',
    demo: 'Люди вымышлены',
    dayText: 'Выпущено 2 марта 2026',
  })
  const raw = pdf.toString('latin1')
  const streams = streamsOf(pdf)
  const pages = raw.match(/\/Type \/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(1)
  expect(raw).toContain('/Lang (ru)')
  expect(raw).toContain('/Marked true')
  expect(raw).toMatch(/\/DisplayDocTitle true/)
  const count = (type: string) => raw.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0
  const { criteria, members, comments } = view.body
  expect(count('Document')).toBe(1)
  expect(count('H1')).toBe(1)
  // verdict, recommendations, marks, reasons, verdicts and recommendations of experts, members, agreement, signatures, check
  expect(count('H2')).toBe(comments.length > 0 ? 10 : 9)
  // one heading a criterion, one a dissent
  expect(count('H3')).toBe(criteria.length + members.length - 1)
  expect(count('Table')).toBe(3)
  expect(count('TR')).toBe(criteria.length + 1 + 2 * (members.length + 1))
  expect(count('TH')).toBe(10)
  expect(count('TD')).toBe(criteria.length * 4 + members.length * 6)
  expect(count('Figure')).toBe(1)
  expect(count('P')).toBeGreaterThan(criteria.length * 3)
  const whole = ['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']
  expect(whole.reduce((sum, type) => sum + count(type), 0)).toBeGreaterThan(100)
  expect(raw).toContain('/StructParents')
  const words = wordsOf(streams)
  for (const found of [
    'Мотивированное',
    'главном',
    'кавычках',
    'Медиана',
    'Особое мнение',
    'слишком короткий',
    'подписано на бумаге',
    'председатель',
    view.code ?? '',
    view.sha256?.slice(0, 20) ?? '',
  ])
    expect(words).toContain(found)
  expect(words.match(/вымышлены/g)?.length).toBeGreaterThanOrEqual(pages)
})
