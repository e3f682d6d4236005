import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { anchorOf, type Evidence, type Range, resolveAll } from '#app/domain/reviews/anchoring.ts'
import { normalise } from '#app/domain/reviews/normalising.ts'
import type { AnchorBlock } from '#app/domain/reviews/units.ts'
import { blocksFrom, paragraphs, reuploaded, sentence } from './texts.ts'

const runs = { numRuns: 60 }

function evidence(
  blocks: AnchorBlock[],
  from: number,
  fromOffset: number,
  to: number,
  toOffset: number,
): Evidence {
  const anchor = anchorOf(blocks, {
    fromBlockId: blocks[from]?.blockId ?? '',
    fromOffset,
    toBlockId: blocks[to]?.blockId ?? '',
    toOffset,
  })
  if (typeof anchor === 'string') throw new RangeError(anchor)
  return anchor
}

/** Evidence of some words of a block. */
function quote(blocks: AnchorBlock[], at: number, words: string): Evidence {
  const begin = blocks[at]?.text.indexOf(words) ?? -1
  return evidence(blocks, at, begin, at, begin + words.length)
}

function wordsAt(
  blocks: readonly AnchorBlock[],
  place: { fromBlockId: string; fromOffset: number; toBlockId: string; toOffset: number },
): string {
  const from = blocks.findIndex(({ blockId }) => blockId === place.fromBlockId)
  const to = blocks.findIndex(({ blockId }) => blockId === place.toBlockId)
  return blocks
    .slice(from, to + 1)
    .map(({ text }, i, all) =>
      text.slice(i === 0 ? place.fromOffset : 0, i === all.length - 1 ? place.toOffset : undefined),
    )
    .join('\n')
}

/** Passages of a word to two blocks, anywhere in the text. */
function passages(blocks: AnchorBlock[], seeds: [number, number, number][]): Evidence[] {
  return seeds.flatMap(([a, b, c]) => {
    const at = a % blocks.length
    const text = blocks[at]?.text ?? ''
    const begin = b % text.length
    const to = c % 5 === 0 && at + 1 < blocks.length ? at + 1 : at
    const end =
      to === at ? Math.min(text.length, begin + 1 + (c % 80)) : (c % (blocks[to]?.text.length ?? 1)) + 1
    const anchor = anchorOf(blocks, {
      fromBlockId: blocks[at]?.blockId ?? '',
      fromOffset: begin,
      toBlockId: blocks[to]?.blockId ?? '',
      toOffset: end,
    })
    return typeof anchor === 'string' ? [] : [anchor]
  })
}
const seeds = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 12,
}) as fc.Arbitrary<[number, number, number][]>

const one = blocksFrom([
  'Эксперт обязан заполнить экспертный лист в течение трёх дней.',
  'Реестр экспертов ведёт региональный оператор.',
  'Сведения о контактах экспертов не публикуются.',
])

describe('evidence', () => {
  test('keeps the words with 64 characters around them', () => {
    const anchor = quote(one, 1, 'региональный оператор')
    expect(anchor).toMatchObject({ exact: 'региональный оператор', address: 'абз. 2', whole: false })
    expect(anchor.prefix).toBe(
      'заполнить экспертный лист в течение трёх дней.\nРеестр экспертов ведёт '.slice(-64),
    )
    expect(anchor.suffix.startsWith('.\nСведения о контактах')).toBe(true)
    expect(anchor.suffix.length).toBeLessThanOrEqual(64)
  })

  test('never cuts a surrogate pair', () => {
    const blocks = blocksFrom(['Пункт 😀 о сроках'])
    expect(evidence(blocks, 0, 7, 0, 9).exact).toBe('😀 ')
    expect(evidence(blocks, 0, 0, 0, 7).exact).toBe('Пункт 😀')
  })

  test.each([
    ['an unknown block', { fromBlockId: uuidv7(), fromOffset: 0, toOffset: 1 }],
    ['an offset beyond the text', { fromOffset: 0, toOffset: 1000 }],
    ['a negative offset', { fromOffset: -1, toOffset: 4 }],
    ['half an offset', { fromOffset: 0.5, toOffset: 4 }],
    ['NaN', { fromOffset: Number.NaN, toOffset: 4 }],
  ])('refuses %s', (_, range) => {
    const [block] = one
    const id = block?.blockId ?? ''
    expect(anchorOf(one, { fromBlockId: id, toBlockId: id, ...range })).toBe('passage-not-found')
  })

  test('refuses an empty passage, a reversed one and a boundless one', () => {
    expect(() => evidence(one, 0, 5, 0, 5)).toThrow('passage-empty')
    expect(() => evidence(one, 1, 0, 0, 5)).toThrow('passage-not-found')
    const long = blocksFrom(['я'.repeat(30_000)])
    expect(() => evidence(long, 0, 0, 0, 30_000)).toThrow('passage-too-long')
  })
})

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

describe('cases', () => {
  test('a replaced word is gone: nothing moves to a look-alike elsewhere', () => {
    const before = blocksFrom([
      'Робин открыл заседание комиссии.',
      'Протокол подписал Робин, секретарь комиссии.',
    ])
    const after = before.map((block, i) =>
      i === 0 ? { ...block, text: 'Элиза открыла заседание комиссии.' } : block,
    )
    const [place] = resolveAll(before, after, [quote(before, 0, 'Робин')])
    expect(place).toMatchObject({ status: 'deleted', fromBlockId: before[0]?.blockId })
    expect(place?.fromOffset).toBe(place?.toOffset)
  })

  test('an inflected word is edited and covers the new word', () => {
    const after = one.map((block, i) =>
      i === 1 ? { ...block, text: 'Реестр экспертами ведёт региональный оператор.' } : block,
    )
    const [place] = resolveAll(one, after, [quote(one, 1, 'экспертов')])
    expect(place?.status).toBe('edited')
    expect(wordsAt(after, place as Range)).toBe('экспертами')
  })

  test('a moved paragraph takes its passages along', () => {
    const [a, b, c] = one as [AnchorBlock, AnchorBlock, AnchorBlock]
    const after = reuploaded([c, a, b])
    const [place] = resolveAll(one, after, [quote(one, 2, 'не публикуются')])
    expect(place).toMatchObject({ status: 'moved', fromBlockId: after[0]?.blockId })
  })

  test('a split paragraph: a phrase follows its half, the whole covers both', () => {
    const text =
      'Эксперт заполняет лист и подписывает его электронной подписью. Председатель собирает листы группы и готовит проект заключения.'
    const before = blocksFrom([
      'Вводный абзац о целях экспертизы документов.',
      text,
      'Заключительный абзац о сроках хранения листов.',
    ])
    const [first, second] = text.split(/(?<=\.) /) as [string, string]
    const after = blocksFrom([before[0]?.text ?? '', first, second, before[2]?.text ?? ''])
    const [half, whole] = resolveAll(before, after, [
      quote(before, 1, 'готовит проект заключения'),
      evidence(before, 1, 0, 1, text.length),
    ])
    expect(wordsAt(after, half as Range)).toBe('готовит проект заключения')
    expect(whole).toMatchObject({
      status: 'split',
      fromBlockId: after[1]?.blockId,
      toBlockId: after[2]?.blockId,
    })
  })

  test('merged paragraphs keep both passages', () => {
    const before = blocksFrom([
      'Эксперт заполняет лист и подписывает его электронной подписью.',
      'Председатель собирает листы группы и готовит проект заключения.',
      'Третий абзац о хранении документов экспертизы.',
    ])
    const after = [
      { ...before[0], text: `${before[0]?.text} ${before[1]?.text}` } as AnchorBlock,
      before[2] as AnchorBlock,
    ]
    const places = resolveAll(before, after, [
      quote(before, 0, 'подписывает'),
      quote(before, 1, 'готовит проект'),
    ])
    expect(places.map(({ status }) => status)).toEqual(['exact', 'merged'])
    expect(places.map((place) => wordsAt(after, place))).toEqual(['подписывает', 'готовит проект'])
  })

  test('of two equal paragraphs one is deleted: which one cannot be known, and it is said', () => {
    const before = blocksFrom([
      'Начало текста документа.',
      'Одинаковый абзац о сроках подачи.',
      'Одинаковый абзац о сроках подачи.',
      'Конец текста документа.',
    ])
    const after = blocksFrom([
      'Начало текста документа.',
      'Одинаковый абзац о сроках подачи.',
      'Конец текста документа.',
    ])
    const statuses = resolveAll(before, after, [
      quote(before, 1, 'Одинаковый'),
      quote(before, 2, 'Одинаковый'),
    ]).map(({ status }) => status)
    expect(statuses).toContain('ambiguous')
    expect(statuses.filter((status) => status === 'exact').length).toBeLessThan(2)
  })

  test('a table and its rows follow their cells', () => {
    const table = (texts: string[][]): AnchorBlock[] => {
      const tableId = uuidv7()
      const rows = texts.flatMap((row, r) => {
        const rowId = uuidv7()
        const cells = row.map((text, c) => ({
          blockId: uuidv7(),
          parentId: rowId,
          kind: 'cell',
          text,
          address: `табл. 1, строка ${r + 1}, графа ${c + 1}`,
        }))
        return [
          { blockId: rowId, parentId: tableId, kind: 'row', text: '', address: `табл. 1, строка ${r + 1}` },
          ...cells,
        ]
      })
      return [{ blockId: tableId, parentId: null, kind: 'table', text: '', address: 'табл. 1' }, ...rows]
    }
    const before = table([
      ['Показатель', 'Значение'],
      ['Доля экспертов, прошедших обучение', '80 %'],
      ['Число экспертиз за год', '12'],
    ])
    const after = table([
      ['Показатель', 'Значение'],
      ['Новый показатель открытости', '5'],
      ['Доля экспертов, прошедших обучение', '85 %'],
      ['Число экспертиз за год', '12'],
    ])
    const row = before[4] as AnchorBlock
    const anchors = [
      anchorOf(before, {
        fromBlockId: row.blockId,
        fromOffset: 0,
        toBlockId: row.blockId,
        toOffset: 0,
      }) as Evidence,
    ]
    const [place] = resolveAll(before, after, anchors)
    expect(after.find(({ blockId }) => blockId === place?.fromBlockId)?.address).toBe('табл. 1, строка 3')
  })

  test('5,000 passages over a hundred pages take less than two seconds', { retry: 2 }, () => {
    const texts = fc
      .sample(
        paragraphs(2, 2).map(([text]) => text ?? ''),
        { numRuns: 1200, seed: 7 },
      )
      .map((text, at) => `${text} Пункт ${at * 31}.`)
    const before = blocksFrom(texts)
    const after = reuploaded(before).flatMap((block, at) =>
      at % 11 === 0
        ? []
        : [{ ...block, text: at % 7 === 0 ? block.text.replace(/ и /g, ' или ') : block.text }],
    )
    const anchors = passages(
      before,
      Array.from({ length: 5000 }, (_, i) => [i * 13, i * 101, i * 7 + 1]),
    )
    const began = process.cpuUsage()
    const places = resolveAll(before, after, anchors)
    const { user, system } = process.cpuUsage(began)
    expect(places).toHaveLength(anchors.length)
    expect((user + system) / 1e6).toBeLessThan(2)
  })
})
