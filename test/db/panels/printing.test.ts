import { inflateSync } from 'node:zlib'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { issueConclusion } from '#app/domain/panels/concluding.server.ts'
import { conclusionByNumber } from '#app/domain/panels/conclusions.server.ts'
import { conclusionPdf } from '#app/domain/panels/printing.server.ts'
import { test } from '#test/support/database.ts'

/** All streams of the file, inflated, one after another, and the file itself without them. */
function streamsOf(pdf: Buffer): string {
  const parts: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at)
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Fonts and the trailer are no deflated text.
    }
  }
  return parts.join('\n')
}

/** Words of the page read back through the fonts' maps to Unicode, as a search in the file would. */
function wordsOf(streams: string): string {
  const maps = [...streams.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].map(([, body = '']) => {
    const codes = new Map<number, string>()
    for (const [, from = '', , list = ''] of body.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
      for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
        const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? []
        codes.set(
          Number.parseInt(from, 16) + at,
          String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
        )
      }
    }
    return codes
  })
  const shown = [...streams.matchAll(/\[([^\]]*)\] TJ/g)].map(([, body = '']) => {
    const glyphs = [...body.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    return maps.map((codes) => glyphs.map((glyph) => codes.get(Number.parseInt(glyph, 16)) ?? '').join(''))
  })
  return shown.map((readings) => readings.join('\u0000')).join('\n')
}

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
