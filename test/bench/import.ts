/**
 * `import`: a DOCX of 300 pages through the jailed converter — its time, its peak memory, and how long the jail takes
 * to open. The document is made from the seed: headings, items of four levels, tables with merged cells, footnotes.
 */

import { importFile } from '#app/domain/reviews/importing/importing.server.ts'
import { converterBundle } from '#app/domain/reviews/importing/jail.server.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { content } from '#content/load.ts'
import { abstractNum, lvl, num, numOf, p, r, wordOf } from '#test/support/word.ts'
import type { Figure } from './figures.ts'
import { randomOf } from './revision.ts'

const SEED = 20_261_122
const PAGES = 300
const PAGE = 2000 // characters
const ROUNDS = 3

export async function bench(): Promise<Figure[]> {
  const bytes = bookOf(PAGES)
  const began = performance.now()
  await converterBundle()
  const bundled = performance.now() - began
  const small = await importFile({ name: 'a.docx', bytes: wordOf(p('Слово')) })
  const runs: Awaited<ReturnType<typeof importFile>>[] = []
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await importFile({ name: 'a.docx', bytes }))
  const least = (of: (run: (typeof runs)[number]) => number) => Math.min(...runs.map(of))
  const blocks = blocksOf(runs[0]?.doc ?? { type: 'doc', content: [] })
  const about = { bench: 'import', seed: String(SEED), n: PAGES }
  const { memory, seconds } = content().settings.imports
  const peak = Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes))
  const cpu = least((run) => run.cpuSeconds)
  return [
    {
      ...about,
      metric: 'peak memory of the child',
      value: peak,
      unit: 'MB',
      target: memory,
      ok: peak <= memory,
    },
    { ...about, metric: 'time', value: cpu, unit: 'CPU s', target: seconds, ok: cpu <= seconds },
    { ...about, metric: 'an empty jail', value: small.cpuSeconds, unit: 'CPU s' },
    { ...about, metric: 'bundling, once a process', value: bundled / 1000, unit: 's' },
    { ...about, metric: 'file', value: bytes.length / 1e6, unit: 'MB' },
    { ...about, metric: 'units', value: blocks.length, unit: '' },
    {
      ...about,
      metric: 'units with a printed number',
      value: blocks.filter(({ number }) => number).length,
      unit: '',
    },
    {
      ...about,
      metric: 'kinds of losses',
      value: runs[0]?.losses.length ?? -1,
      unit: '',
      target: 0,
      ok: runs[0]?.losses.length === 0,
    },
  ]
}

function bookOf(pages: number): Uint8Array {
  const random = randomOf(SEED)
  const words =
    'образование экспертиза региональный порядок оценка качество сообщество проект решение участник'.split(
      ' ',
    )
  const sentence = (length: number) =>
    Array.from(
      { length },
      () => `${words[Math.floor(random() * words.length)]}${Math.floor(random() * 900)}`,
    ).join(' ')
  const notes: string[] = []
  let [body, letters] = ['', 0]
  for (let at = 0; letters < pages * PAGE; at += 1) {
    const text = sentence(8 + Math.floor(random() * 50))
    letters += text.length
    if (at % 40 === 0) body += p(sentence(4), `<w:outlineLvl w:val="0"/>${num(1)}`)
    else if (at % 25 === 0) body += tableOf(() => sentence(4))
    else if (at % 15 === 0) {
      notes.push(`<w:footnote w:id="${notes.length + 1}">${p(sentence(12))}</w:footnote>`)
      body += `<w:p><w:pPr>${num(1, 1)}</w:pPr>${r(text)}<w:r><w:footnoteReference w:id="${notes.length}"/></w:r></w:p>`
    } else body += p(`${text}`, at % 3 === 0 ? '' : num(1, 1 + (at % 3)))
  }
  const levels =
    lvl(0, 'decimal', '%1.') +
    lvl(1, 'decimal', '%1.%2.') +
    lvl(2, 'decimal', '%1.%2.%3.') +
    lvl(3, 'russianLower', '%4)')
  return wordOf(body, { numbering: abstractNum(1, levels) + numOf(1, 1), footnotes: notes.join('') })
}

function tableOf(words: () => string): string {
  const cell = (properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words())}</w:tc>`
  const rows = Array.from(
    { length: 12 },
    (_, at) =>
      `<w:tr>${cell(`<w:vMerge${at % 4 === 0 ? ' w:val="restart"' : ''}/>`).replace(/<w:t [^<]*<\/w:t>/, (text) => (at % 4 === 0 ? text : '<w:t></w:t>'))}${cell()}${cell()}</w:tr>`,
  )
  return `<w:tbl><w:tr>${cell('<w:gridSpan w:val="3"/>')}</w:tr>${rows.join('')}</w:tbl>`
}
