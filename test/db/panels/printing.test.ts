import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { issueConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { conclusionPdf } from '#app/domain/panels/conclusions/printing.server.ts'
import { conclusionByNumber } from '#app/domain/panels/conclusions/reading.server.ts'
import { test } from '#test/support/database.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

test('a conclusion as PDF: tagged, titled, in Russian, searchable, marked as a demonstration', async ({
  given,
  as,
}) => {
  const panel = await given.concluding()
  const text = `${'Эксперты сошлись в главном. '.repeat(120)}\n\nПоследний абзац № 2 «в кавычках».`
  const chair = as(panel.chair) as ActingCtx
  const number = await issueConclusion(chair, panel.id, {
    verdict: 'revise',
    text,
    recommendations: 'Уточнить сроки.',
    revision: 1,
  })
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
  const rows = view.body.criteria.length + 1 + view.body.members.length + 1
  expect(count('Document')).toBe(1)
  expect(count('H1')).toBe(1)
  expect(count('H2')).toBe(6)
  expect(count('H3')).toBe(view.body.criteria.length)
  expect(count('Table')).toBe(2)
  expect(count('TR')).toBe(rows)
  expect(count('TH')).toBe(7)
  expect(count('TD')).toBe(view.body.criteria.length * 4 + view.body.members.length * 3)
  expect(count('P')).toBeGreaterThan(view.body.criteria.length * 3)
  expect(raw).toContain('/StructParents')
  const words = wordsOf(streams)
  for (const found of [
    'Мотивированное',
    'главном',
    'кавычках',
    'Медиана',
    view.code ?? '',
    view.sha256?.slice(0, 20) ?? '',
  ])
    expect(words).toContain(found)
  expect(words.match(/вымышлены/g)?.length).toBeGreaterThanOrEqual(pages)
})
