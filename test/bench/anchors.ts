/**
 * `anchors`: passages of one word to two paragraphs carried through revisions whose truth is known, beside Hypothesis.
 * What is right, wrong and a lie: see judging.ts. With `--detail` also where the misses are.
 */
import { readFileSync } from 'node:fs'
import { resolveTexts, type Span, type TextResolution } from '#app/domain/reviews/plain-texts.ts'
import type { Figure } from './figures.ts'
import { findQuote, quoteOf } from './hypothesis.ts'
import { count, type Judged, outcomesOf } from './judging.ts'
import { type Mutation, randomOf, revise } from './revision.ts'
import { generated, paragraphsOf } from './texts.ts'

const SEED = 20_261_122
const PEER_SAMPLE = 200

export interface Case extends Judged {
  name: string
  anchors: (Span & { id: number; size: string; fate: string })[]
}

export async function bench(flags: readonly string[] = []): Promise<Figure[]> {
  const detail = flags.includes('--detail')
  const concept = paragraphsOf(readFileSync('content/drafts/concept.md', 'utf8'))
  const cases = [
    caseOf('Concept', concept, 1500, SEED),
    caseOf('300 pages', generated(concept, 300, SEED), 5000, SEED + 1),
    caseOf('100 pages', generated(concept, 100, SEED + 2), 5000, SEED + 2),
  ]
  if (detail) for (const test of cases) printDetail(test)
  return cases.flatMap((test) => figuresOf(test, test.name !== '100 pages'))
}

/** How many anchors of each size in blocks of each fate ended how. */
function printDetail(test: Case): void {
  const found = resolveTexts(test.oldText, test.newText, test.anchors)
  if ('fault' in found) throw new Error(`${test.name}: anchor ${found.id}: ${found.fault}`)
  const table: Record<string, Record<string, number>> = {}
  outcomesOf(test, found).forEach((outcome, at) => {
    const { size = '', fate = '' } = test.anchors[at] ?? {}
    const name = `${size} / ${fate}`
    const row = table[name] ?? {}
    table[name] = { ...row, [outcome]: (row[outcome] ?? 0) + 1 }
  })
  console.log(test.name)
  console.table(Object.fromEntries(Object.entries(table).sort(([a], [b]) => a.localeCompare(b))))
}

function figuresOf(test: Case, withPeer: boolean): Figure[] {
  const about = { bench: 'anchors', seed: String(SEED), n: test.anchors.length }
  const began = process.cpuUsage()
  const found = resolveTexts(test.oldText, test.newText, test.anchors)
  const own = secondsSince(began)
  if ('fault' in found) throw new Error(`${test.name}: anchor ${found.id}: ${found.fault}`)
  const { right, wrong, lies, surviving, deleted } = sharesOf(test, found)
  const name = (metric: string) => `${test.name}: ${metric}`
  const share = (metric: string, value: number, n: number, target: number, atLeast = false): Figure => ({
    ...about,
    metric: name(metric),
    value,
    unit: '%',
    target,
    ...(atLeast && { atLeast }),
    ok: atLeast ? value >= target : value <= target,
    n,
  })
  const figures: Figure[] = [
    share('right on surviving text', right, surviving, 98, true),
    share('wrong place without a warning', wrong, surviving, 0.5),
    share('false place of deleted text', lies, deleted, 3),
    { ...about, metric: name('time'), value: own, unit: 'CPU s', ...timeTarget(test.name, own) },
  ]
  return withPeer ? [...figures, ...peerFigures(test, own / test.anchors.length, name)] : figures
}

/** Per cent of the passages that survived, of those that did not. */
function sharesOf(test: Case, found: readonly TextResolution[]) {
  const outcomes = outcomesOf(test, found)
  const surviving = count(outcomes, 'right', 'near', 'wrong', 'flagged')
  const deleted = count(outcomes, 'lie', 'gone')
  return {
    surviving,
    deleted,
    right: (100 * count(outcomes, 'right')) / surviving,
    wrong: (100 * count(outcomes, 'wrong')) / surviving,
    lies: (100 * count(outcomes, 'lie')) / deleted,
  }
}

/** Two seconds for five thousand passages of a hundred pages; longer texts are shown beside it. */
function timeTarget(name: string, seconds: number): Pick<Figure, 'target' | 'ok'> {
  return name === '100 pages' ? { target: 2, ok: seconds < 2 } : {}
}

/** The peer on an even sample: it takes milliseconds a passage. */
function peerFigures(test: Case, own: number, name: (metric: string) => string): Figure[] {
  const step = Math.max(Math.floor(test.anchors.length / PEER_SAMPLE), 1)
  const anchors = test.anchors.filter((_, at) => at % step === 0)
  const began = process.cpuUsage()
  const found = anchors.map(({ id, from, to }): TextResolution => {
    const place = findQuote(test.newText, quoteOf(test.oldText, from, to))
    return { id, status: place ? 'exact' : 'deleted', text: '', score: 1, ...(place ?? { from: 0, to: 0 }) }
  })
  const each = secondsSince(began) / anchors.length
  const { right, wrong, lies, surviving, deleted } = sharesOf({ ...test, anchors }, found)
  const about = { bench: 'anchors', seed: String(SEED), n: anchors.length }
  const share = (metric: string, value: number, n: number): Figure => ({
    ...about,
    metric: name(`Hypothesis, ${metric}`),
    value,
    unit: '%',
    n,
  })
  return [
    share('right on surviving text', right, surviving),
    share('wrong place without a warning', wrong, surviving),
    share('false place of deleted text', lies, deleted),
    {
      ...about,
      metric: name('times faster than Hypothesis'),
      value: each / own,
      unit: '×',
      target: 50,
      atLeast: true,
      ok: each / own >= 50,
    },
  ]
}

/** A seeded revision of paragraphs and passages in them. */
export function caseOf(name: string, texts: readonly string[], number: number, seed: number): Case {
  const random = randomOf(seed)
  const begins: number[] = []
  let length = 0
  for (const text of texts) {
    begins.push(length)
    length += text.length + 2
  }
  const fates = new Map<number, Mutation>()
  const revised = revise(texts, begins, random, undefined, (at, mutation) => fates.set(at, mutation))
  return {
    name,
    oldText: texts.join('\n\n'),
    newText: revised.map(({ text }) => text).join('\n\n'),
    origins: revised.flatMap(({ origins }, at) => (at === 0 ? origins : [-1, -1, ...origins])),
    anchors: Array.from({ length: number }, (_, id) => ({ id, ...passage(texts, begins, fates, random) })),
  }
}

/** A word, some words, a paragraph, or two paragraphs. */
function passage(
  texts: readonly string[],
  begins: readonly number[],
  fates: Map<number, Mutation>,
  random: () => number,
) {
  const at = Math.floor(random() * (texts.length - 1))
  const [text = '', begin = 0] = [texts[at], begins[at]]
  const kind = random()
  const fate = fates.get(at) ?? 'kept'
  if (kind > 0.9)
    return {
      size: 'two paragraphs',
      fate: [fate, fates.get(at + 1) ?? 'kept'].join(' + '),
      from: begin,
      to: (begins[at + 1] ?? 0) + (texts[at + 1]?.length ?? 0),
    }
  if (kind > 0.75) return { size: 'paragraph', fate, from: begin, to: begin + text.length }
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const first = Math.floor(random() * words.length)
  const last = Math.min(first + (kind > 0.25 ? Math.floor(random() * 12) : 0), words.length - 1)
  const end = words[last]
  return {
    size: first === last ? 'word' : 'words',
    fate,
    from: begin + (words[first]?.index ?? 0),
    to: begin + (end ? end.index + end[0].length : text.length),
  }
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}
