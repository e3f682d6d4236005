/**
 * `anchors`: passages of one word to two paragraphs carried through revisions whose truth is known, beside Hypothesis.
 *
 * Right: at least 0.8 of what the resolved place and the true image cover is in both. Wrong: less than half is, and
 * nothing warns of it. Passages of which 5 to 30 % survived are left out: nobody could say what is right for them.
 */
import { readFileSync } from 'node:fs'
import { resolveTexts, type Span, type TextResolution } from '#app/domain/reviews/plain-texts.ts'
import type { Figure } from './figures.ts'
import { findQuote, quoteOf } from './hypothesis.ts'
import { randomOf, revise } from './revision.ts'

const SEED = 20_261_122
const PAGE = 2000 // characters
const PEER_SAMPLE = 200

interface Case {
  name: string
  oldText: string
  newText: string
  /** old place of each character of the new text */
  origins: number[]
  anchors: (Span & { id: number })[]
}

export async function bench(): Promise<Figure[]> {
  const concept = paragraphsOf(readFileSync('content/drafts/concept.md', 'utf8'))
  return [
    ...figuresOf(caseOf('Concept', concept, 1500, SEED), true),
    ...figuresOf(caseOf('300 pages', generated(concept, 300, SEED), 5000, SEED + 1), true),
    ...figuresOf(caseOf('100 pages', generated(concept, 100, SEED + 2), 5000, SEED + 2), false),
  ]
}

function figuresOf(test: Case, withPeer: boolean): Figure[] {
  const about = { bench: 'anchors', seed: String(SEED), n: test.anchors.length }
  const began = process.cpuUsage()
  const found = resolveTexts(test.oldText, test.newText, test.anchors)
  const own = secondsSince(began)
  if ('fault' in found) throw new Error(`${test.name}: anchor ${found.id}: ${found.fault}`)
  const { right, wrong, false: lies, surviving, deleted } = judged(test, found)
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
    share('right on surviving text', (100 * right) / surviving, surviving, 98, true),
    share('wrong place without a warning', (100 * wrong) / surviving, surviving, 0.5),
    share('false place of deleted text', (100 * lies) / deleted, deleted, 3),
    { ...about, metric: name('time'), value: own, unit: 'CPU s', ...timeTarget(test.name, own) },
  ]
  return withPeer ? [...figures, ...peerFigures(test, own / test.anchors.length, name)] : figures
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
  const { right, wrong, false: lies, surviving, deleted } = judged({ ...test, anchors }, found)
  const about = { bench: 'anchors', seed: String(SEED), n: anchors.length }
  const share = (metric: string, part: number, whole: number): Figure => ({
    ...about,
    metric: name(`Hypothesis, ${metric}`),
    value: (100 * part) / whole,
    unit: '%',
    n: whole,
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

function judged({ oldText, newText, origins, anchors }: Case, found: readonly TextResolution[]) {
  const images = imagesOf(oldText, newText, origins)
  const count = { right: 0, wrong: 0, false: 0, surviving: 0, deleted: 0 }
  anchors.forEach((anchor, at) => {
    const place = found[at]
    if (!place) throw new Error(`no answer for ${anchor.id}`)
    const { share, image } = images(anchor)
    const warned = place.status === 'deleted' || place.status === 'ambiguous'
    if (share <= 0.05) {
      count.deleted += 1
      if (!warned) count.false += 1
      return
    }
    if (share < 0.3) return
    count.surviving += 1
    const common = warned ? 0 : overlap(image, place.parts ?? linesOf(newText, place))
    if (common >= 0.8) count.right += 1
    else if (common < 0.5 && !warned) count.wrong += 1
  })
  return count
}

/** The true image of a passage: what survived of it, paragraph by paragraph from the first such letter to the last. */
function imagesOf(oldText: string, newText: string, origins: readonly number[]) {
  const now = new Int32Array(oldText.length).fill(-1)
  origins.forEach((origin, at) => {
    if (origin >= 0) now[origin] = at
  })
  const lineOf = new Int32Array(newText.length)
  for (let at = 1; at < newText.length; at += 1)
    lineOf[at] = (lineOf[at - 1] ?? 0) + (newText[at - 1] === '\n' ? 1 : 0)
  return ({ from, to }: Span) => {
    const lines = new Map<number, Span>()
    let [letters, kept] = [0, 0]
    for (let at = from; at < to; at += 1) {
      if (/\s/.test(oldText[at] ?? '')) continue
      letters += 1
      const place = now[at] ?? -1
      if (place < 0) continue
      kept += 1
      const line = lineOf[place] ?? 0
      const span = lines.get(line)
      lines.set(line, { from: Math.min(span?.from ?? place, place), to: Math.max(span?.to ?? 0, place + 1) })
    }
    return { share: letters === 0 ? 0 : kept / letters, image: [...lines.values()] }
  }
}

/** A range without the blank lines in it. */
function linesOf(text: string, { from, to }: Span): Span[] {
  return [...text.slice(from, to).matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    from: from + index,
    to: from + index + line.length,
  }))
}

/** Characters in both ÷ characters in either. */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0)
  const common = a.reduce(
    (sum, one) =>
      sum +
      b.reduce((part, two) => part + Math.max(0, Math.min(one.to, two.to) - Math.max(one.from, two.from)), 0),
    0,
  )
  return common / Math.max(size(a) + size(b) - common, 1)
}

function caseOf(name: string, texts: readonly string[], count: number, seed: number): Case {
  const random = randomOf(seed)
  const begins: number[] = []
  let length = 0
  for (const text of texts) {
    begins.push(length)
    length += text.length + 2
  }
  const revised = revise(texts, begins, random)
  return {
    name,
    oldText: texts.join('\n\n'),
    newText: revised.map(({ text }) => text).join('\n\n'),
    origins: revised.flatMap(({ origins }, at) => (at === 0 ? origins : [-1, -1, ...origins])),
    anchors: Array.from({ length: count }, (_, id) => ({ id, ...passage(texts, begins, random) })),
  }
}

/** A word, some words, a paragraph, or two paragraphs. */
function passage(texts: readonly string[], begins: readonly number[], random: () => number): Span {
  const at = Math.floor(random() * (texts.length - 1))
  const [text = '', begin = 0] = [texts[at], begins[at]]
  const kind = random()
  if (kind > 0.9) return { from: begin, to: (begins[at + 1] ?? 0) + (texts[at + 1]?.length ?? 0) }
  if (kind > 0.75) return { from: begin, to: begin + text.length }
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const first = Math.floor(random() * words.length)
  const last = Math.min(first + (kind > 0.25 ? Math.floor(random() * 12) : 0), words.length - 1)
  const end = words[last]
  return {
    from: begin + (words[first]?.index ?? 0),
    to: begin + (end ? end.index + end[0].length : text.length),
  }
}

function paragraphsOf(markdown: string): string[] {
  return markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .split(/\n+/)
    .map((line) =>
      line
        .replace(/^[#>\s|-]+|[|*_]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => /\p{L}{2}/u.test(line))
}

/** A text of so many pages: words follow one another as they do in the model. */
function generated(model: readonly string[], pages: number, seed: number): string[] {
  const random = randomOf(seed)
  const follows = new Map<string, string[]>()
  const words = model.flatMap((line) => line.split(' '))
  words.forEach((word, at) => {
    const next = words[at + 1]
    if (next) follows.set(word, [...(follows.get(word) ?? []), next])
  })
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const texts: string[] = []
  for (let length = 0; length < pages * PAGE; ) {
    const size = 80 + Math.floor(random() * 600)
    let [word, text] = [any(words), '']
    for (; text.length < size; word = any(follows.get(word) ?? words)) text += `${text && ' '}${word}`
    texts.push(text)
    length += text.length
  }
  return texts
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}
