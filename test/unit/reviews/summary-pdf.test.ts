/** The printed summary: no word is cut off, however long a remark is, and what people wrote stays words. */
import { expect, test } from 'vitest'
import type { PrintedSummary } from '#app/domain/reviews/summary/exporting.server.ts'
import { summaryPdf } from '#app/domain/reviews/summary/summary-pdf.server.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

const rowOf = (number: string, remark: string): PrintedSummary['rows'][number] => ({
  ...{ number, place: 'п. 3.2', passage: 'срок', author: 'участник № 5', source: 'на сайте', remark },
  ...{ proposed: '', decision: 'учтено', reason: '', landed: '', became: '' },
})
const long = Array.from({ length: 1500 }, (_, at) => `слово${at}`)
const summary: PrintedSummary = {
  ...{ organisation: 'Вымышленный институт', heading: 'Сводка', document: 'Проект', facts: '', note: '' },
  ...{ totals: '', signed: '', hash: '', demo: 'Демонстрационные данные' },
  heads: rowOf('№', 'Замечание'),
  rows: [
    rowOf('1', 'коротко'),
    rowOf('2', long.join(' ')),
    rowOf('3', 'до\u0000после \ud800 \u202eзадом наперёд'),
    rowOf('4', 'неразрывно'.repeat(900)),
    rowOf('5', 'последнее'),
  ],
}

test('a remark longer than a page goes on on the next ones, word for word', async () => {
  const pdf = Buffer.from(await summaryPdf(summary, 'Сайт', (page, pages) => `${page} из ${pages}`))
  const words = wordsOf(streamsOf(pdf)).replace(/\s+/g, ' ')
  for (const word of ['слово0', 'слово749', 'слово1499', 'коротко', 'последнее', 'Демонстрационные'])
    expect(words).toContain(word)
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(4)
  expect(words).toContain(`${pages} из ${pages}`)
})
