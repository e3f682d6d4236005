import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence, Resolution } from '#app/domain/reviews/anchors/anchoring.ts'
import { anchorOf, resolveAll } from '#app/domain/reviews/anchors/anchoring.ts'
import { normalise } from '#app/domain/reviews/anchors/normalising.ts'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'
import { evidence, passages, seeds, wordsAt } from './passages.ts'
import { blocksFrom, paragraphs, reuploaded, sentence } from './texts.ts'

// One seed for everybody, so that a red run is one of the change at hand; SEED=n tries others.
const runs = { numRuns: 60, seed: Number(process.env.SEED ?? 7) }

/** Sentences put in, by place, and paragraphs moved: what leaves every old word in the text. */
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), sentence, fc.boolean()), { maxLength: 4 })

type Edit = [number, number, string, boolean]

function changed(blocks: readonly AnchorBlock[], made: readonly Edit[]): AnchorBlock[] {
  const after = blocks.map((block) => ({ ...block }))
  for (const [at, where, added, moves] of made) {
    const [block] = after.splice(at % after.length, 1)
    if (!block) continue
    if (!moves) block.text = `${block.text} ${added}`
    after.splice(moves ? where % (after.length + 1) : at % (after.length + 1), 0, block)
  }
  return after
}

const isCertain = ({ status }: Resolution) => status === 'exact' || status === 'moved'

describe('properties', () => {
  test('P1: in an unchanged version everything is exact, at the same offsets', () => {
    fc.assert(
      fc.property(paragraphs(2, 12), seeds, fc.boolean(), (texts, some, fresh) => {
        const before = blocksFrom(texts)
        const after = fresh ? reuploaded(before) : before
        const anchors = passages(before, some)
        resolveAll(before, after, anchors).forEach((place, i) => {
          const anchor = anchors[i]
          expect(place).toMatchObject({
            status: 'exact',
            fromOffset: anchor?.fromOffset,
            toOffset: anchor?.toOffset,
          })
          expect(wordsAt(after, place)).toBe(anchor?.exact)
        })
      }),
      runs,
    )
  })

  test('P2: insertions and deletions elsewhere never change the quoted words', () => {
    fc.assert(
      fc.property(
        paragraphs(4, 10),
        seeds,
        fc.nat(),
        fc.nat(),
        sentence,
        (texts, some, where, gone, added) => {
          const before = blocksFrom(texts)
          const anchors = passages(before, some)
          const touched = gone % before.length
          const kept = reuploaded(before).filter((_, at) => at !== touched)
          kept.splice(
            where % (kept.length + 1),
            0,
            ...blocksFrom([`${added} Новая норма о подписании квитанций.`]),
          )
          const untouched = anchors.filter(
            (anchor) => ![anchor.fromBlockId, anchor.toBlockId].includes(before[touched]?.blockId ?? ''),
          )
          resolveAll(before, kept, untouched).forEach((place, i) => {
            // what was put between two quoted blocks is inside the quote
            if (untouched[i]?.fromBlockId !== untouched[i]?.toBlockId) return
            expect(place.status).toMatch(/exact|moved/)
            expect(wordsAt(kept, place)).toBe(untouched[i]?.exact)
          })
        },
      ),
      runs,
    )
  })

  test('P3: what is not called deleted or ambiguous still holds a fair share of the quoted words', () => {
    fc.assert(
      fc.property(
        paragraphs(4, 8),
        seeds,
        fc.array(fc.tuple(fc.nat(), fc.nat(), sentence), { maxLength: 6 }),
        (texts, some, edits) => {
          const before = blocksFrom(texts)
          const after = before.map((block) => ({ ...block }))
          for (const [at, cut, added] of edits) {
            const block = after[at % after.length]
            if (block)
              block.text =
                block.text.slice(0, cut % block.text.length) +
                added +
                block.text.slice((cut % block.text.length) + 20)
          }
          const anchors = passages(before, some)
          resolveAll(before, after, anchors).forEach((place, i) => {
            if (place.status === 'deleted' || place.status === 'ambiguous') return
            expect(sharedLetters(anchors[i]?.exact ?? '', wordsAt(after, place))).toBeGreaterThanOrEqual(0.28)
          })
        },
      ),
      runs,
    )
  })

  test('P4: over two versions a passage comes where it comes at once, wherever all three answers are certain', () => {
    fc.assert(
      fc.property(paragraphs(3, 8), seeds, edits, edits, (texts, some, first, second) => {
        const one = blocksFrom(texts)
        const two = reuploaded(changed(one, first))
        const three = reuploaded(changed(two, second))
        const anchors = passages(one, some)
        const [steps, atOnce] = [resolveAll(one, two, anchors), resolveAll(one, three, anchors)]
        steps.forEach((step, i) => {
          const direct = atOnce[i]
          const between = anchorOf(two, step)
          if (!isCertain(step) || !direct || !isCertain(direct) || typeof between === 'string') return
          const [composed] = resolveAll(two, three, [between])
          if (!composed || !isCertain(composed)) return
          expect(composed).toMatchObject({ fromBlockId: direct.fromBlockId, toBlockId: direct.toBlockId })
          expect(wordsAt(three, composed).trim()).toBe(wordsAt(three, direct).trim())
        })
      }),
      runs,
    )
  })

  test('P5: there and back again a passage stands where it stood', () => {
    fc.assert(
      fc.property(paragraphs(3, 8), seeds, edits, (texts, some, made) => {
        // Of two copies of one sentence side by side nobody can say which is the old one.
        fc.pre(made.every(([, , added]) => texts.every((text) => !text.includes(added))))
        const one = blocksFrom(texts)
        const two = reuploaded(changed(one, made))
        const anchors = passages(one, some)
        resolveAll(one, two, anchors).forEach((there, i) => {
          const between = anchorOf(two, there)
          if (!isCertain(there) || typeof between === 'string') return
          const [back] = resolveAll(two, one, [between])
          // words that repeat themselves may come back as a doubt, never as another place
          if (!back || back.status === 'ambiguous' || back.status === 'deleted') return
          const anchor = anchors[i] as Evidence
          expect(back).toMatchObject({ fromBlockId: anchor.fromBlockId, toBlockId: anchor.toBlockId })
          // a space at the edge of a passage is no word of it
          expect(wordsAt(one, back).trim()).toBe(anchor.exact.trim())
        })
      }),
      runs,
    )
  })

  test('P6: the order of passages within one unmoved block is kept', () => {
    fc.assert(
      fc.property(
        paragraphs(3, 6),
        fc.array(fc.nat(), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        sentence,
        (texts, offsets, cut, added) => {
          const before = blocksFrom(texts)
          const text = before[1]?.text ?? ''
          const at = cut % text.length
          const after = before.map((block, i) =>
            i === 1 ? { ...block, text: `${text.slice(0, at)}${added}${text.slice(at)}` } : block,
          )
          const sorted = [...new Set(offsets.map((offset) => offset % text.length))].sort((a, b) => a - b)
          const anchors = sorted.flatMap((begin) => {
            const found = anchorOf(before, {
              fromBlockId: before[1]?.blockId ?? '',
              fromOffset: begin,
              toBlockId: before[1]?.blockId ?? '',
              toOffset: Math.min(text.length, begin + 12),
            })
            return typeof found === 'string' ? [] : [found]
          })
          const begins = resolveAll(before, after, anchors).map(({ fromOffset }) => fromOffset)
          expect(begins).toEqual([...begins].sort((a, b) => a - b))
        },
      ),
      runs,
    )
  })

  test('P7: ё, quotes, dashes, no-break spaces and soft hyphens change nothing', () => {
    const respelled = (text: string) =>
      text
        .replace(/ё/g, 'е')
        .replace(/[«»]/g, '"')
        .replace(/ – /g, ' — ')
        .replace(/ (?=\p{L}{1,2} )/gu, '\u00a0')
        .replace(/(\p{L}{4})(?=\p{L}{4})/gu, '$1\u00ad')
    fc.assert(
      fc.property(paragraphs(2, 8), seeds, (texts, some) => {
        const before = blocksFrom(texts.map((text) => `«Учёт» – ${text} ещё`))
        const after = reuploaded(before).map((block) => ({ ...block, text: respelled(block.text) }))
        const anchors = passages(before, some)
        resolveAll(before, after, anchors).forEach((place, i) => {
          expect(place.status).toBe('exact')
          expect(normalise(wordsAt(after, place)).text).toBe(normalise(anchors[i]?.exact ?? '').text)
        })
      }),
      runs,
    )
  })

  test('P8: a deleted paragraph leaves a seat at its neighbour, never a look-alike without saying so', () => {
    fc.assert(
      fc.property(paragraphs(4, 10), fc.nat(), fc.nat(), fc.boolean(), (texts, gone, where, lookalike) => {
        const before = blocksFrom(texts)
        const at = gone % before.length
        const kept = before.filter((_, i) => i !== at)
        const text = before[at]?.text ?? ''
        // the same words but for every third: a reader would hesitate
        const similar = text
          .split(' ')
          .map((word, i) => (i % 3 === 1 ? 'иначе' : word))
          .join(' ')
        const far = (at + Math.floor(before.length / 2) + (where % 2)) % (kept.length + 1)
        if (lookalike) kept.splice(far, 0, ...blocksFrom([similar]))
        const [place] = resolveAll(before, kept, [evidence(before, at, 0, at, text.length)])
        const seat = kept.findIndex(({ blockId }) => blockId === place?.fromBlockId)
        const old = before.findIndex(({ blockId }) => blockId === place?.fromBlockId)
        if (place?.status === 'deleted' || place?.status === 'ambiguous') expect(Math.abs(old - at)).toBe(1)
        else expect(lookalike && Math.abs(seat - at) <= 1).toBe(true)
      }),
      runs,
    )
  })
})

function sharedLetters(a: string, b: string): number {
  const bag = new Map<string, number>()
  for (const letter of b.replace(/\s/g, '')) bag.set(letter, (bag.get(letter) ?? 0) + 1)
  const letters = [...a.replace(/\s/g, '')]
  const kept = letters.filter((letter) => {
    const left = bag.get(letter) ?? 0
    bag.set(letter, left - 1)
    return left > 0
  })
  return kept.length / letters.length
}
