import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { versionDocx, type WordComment } from '#app/domain/reviews/word/document.ts'
import { notedNumber } from '#app/domain/reviews/word/noting.ts'
import { type Against, understand } from '#app/domain/reviews/word/understanding.ts'
import { Reviewed } from '#test/support/reviewed.ts'
import { imported } from '#test/support/word.ts'

const TEXT = [
  'Настоящий Порядок определяет правила обсуждения проектов.',
  '1. Эксперт заполняет лист в течение трёх дней со дня получения.',
  '2. Сведения об экспертах публикуются в открытой части реестра.',
  '3. Сведения об экспертах публикуются в открытой части реестра.',
  'Заключительные положения действуют до утверждения новой редакции.',
].join('\n\n')
const { doc } = docFromPlain(TEXT)
const version = blocksOf(doc)
const file = (comments: WordComment[] = [], errata: [number, string][] = []) =>
  versionDocx({
    ...{
      versionId: 'v',
      title: 'Порядок',
      head: '',
      foot: '',
      author: 'Институт',
      at: new Date(0),
      lang: 'ru',
    },
    errata: new Map(errata.map(([at, line]) => [version[at]?.blockId ?? '', [line]])),
    ...{ doc, comments, images: new Map(), address: (path) => `https://rses.example${path}` },
  }).bytes
const against = (more: Partial<Against> = {}): Against => ({
  ...{ slug: 'poryadok', version, notes: new Map(), said: () => null, unexplained: 'Исправление.' },
  ...{ limits: { characters: 5000, reply: 3000, items: 200 }, ...more },
})
const read = (bytes: Uint8Array, more: Partial<Against> = {}) => {
  const { blocks, ...rest } = imported(bytes, 'suggest')
  return understand(rest, blocks, against(more))
}
const became = (item: ReturnType<typeof read>['items'][number] | undefined) => {
  const block = version.find(({ blockId }) => blockId === item?.range?.fromBlockId)
  const { fromOffset = 0, toOffset = 0 } = item?.range ?? {}
  return block && block.text.slice(0, fromOffset) + item?.replacement + block.text.slice(toOffset)
}

describe('a file that came back', () => {
  test('is read past our notes on misprints; a comment on one stays, a change in one is told', () => {
    const made = new Reviewed(file([], [[1, 'Исправлена ошибка: напечатано «лит».']])).bytes()
    expect(read(made)).toMatchObject({ items: [], missed: [], structure: 0 })
    const { items } = read(new Reviewed(made).comment('напечатано', 'Где именно?').bytes())
    expect(items).toMatchObject([{ kind: 'question', address: 'п. 1', body: 'Где именно?' }])
    const changed = read(new Reviewed(made).replace('напечатано', 'стояло').bytes())
    expect([changed.items, changed.structure]).toEqual([[], 1])
  })

  test('has remarks at their passages and proposals that bring exactly what was typed', () => {
    const { items, missed } = read(
      new Reviewed(file())
        .comment('трёх дней', 'Мало времени.')
        .comment('Настоящий Порядок', 'А кто утверждает?')
        .replace('публикуются', 'размещаются')
        .insert('новой', ' и полной')
        .remove('со дня получения', 'Другая рука')
        .bytes(),
    )
    expect(missed).toEqual([])
    expect(items.map(({ kind, exact, address, replacement }) => [kind, exact, address, replacement])).toEqual(
      [
        ['question', 'Настоящий Порядок', 'абз. 1', null],
        ['criticism', 'трёх дней', 'п. 1', null],
        ['proposal', 'со дня получения.', 'п. 1', '.'],
        ['proposal', 'публикуются', 'п. 2', 'размещаются'],
        ['proposal', 'новой', expect.anything(), 'новой и полной'],
      ],
    )
    expect(became(items[2])).toBe('Эксперт заполняет лист в течение трёх дней .')
    expect(became(items[4])).toBe(
      'Заключительные положения действуют до утверждения новой и полной редакции.',
    )
    expect(items[2]?.author).toBe('Другая рука')
  })

  test('joins a change with the comment that explains it, of the same author alone', () => {
    const { items } = read(
      new Reviewed(file())
        .comment('Сведения об экспертах', 'По закону иначе')
        .replace('Сведения', 'Данные')
        .comment('Заключительные', 'Чужое слово', { author: 'Второй' })
        .remove('Заключительные')
        .bytes(),
    )
    expect(items[0]).toMatchObject({ kind: 'proposal', body: 'По закону иначе', author: 'Рецензент' })
    expect(
      items
        .slice(1)
        .map(({ body }) => body)
        .sort(),
    ).toEqual(['Исправление.', 'Чужое слово'])
  })

  test('of two equal units takes the one that was marked', () => {
    const { items } = read(
      new Reviewed(file())
        .edit((xml) => {
          const at = xml.lastIndexOf('Сведения об экспертах')
          return `${xml.slice(0, at)}Сведения~ об экспертах${xml.slice(at + 'Сведения об экспертах'.length)}`
        })
        .comment('Сведения~ об', 'Второй пункт')
        .edit((xml) => xml.replace('Сведения~', 'Сведения'))
        .bytes(),
    )
    expect(items.map(({ address, near }) => [address, near])).toEqual([['п. 3', false]])
  })

  test('tells what it did not understand and why', () => {
    const long = 'слово '.repeat(900)
    const { items, missed, structure } = read(
      new Reviewed(file())
        .comment('трёх дней', '   ')
        .comment('Настоящий', long)
        .edit((xml) =>
          xml.replace(
            '<w:sectPr>',
            '<w:p><w:r><w:t xml:space="preserve">Приложенный от руки абзац о погоде и видах на урожай.</w:t></w:r></w:p><w:sectPr>',
          ),
        )
        .comment('видах на урожай', 'Куда это?')
        .edit((xml) => xml.replace('Заключительные положения действуют', 'Заключительные нормы действуют'))
        .replace('нормы', 'правила')
        .edit((xml) =>
          xml.replace(
            '<w:p>',
            '<w:p><w:pPr><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr>',
          ),
        )
        .bytes(),
    )
    expect(items).toEqual([])
    expect(missed.map(({ reason, n }) => [reason, n])).toEqual([
      ['long', 5000],
      ['empty', null],
      ['changed', null],
      ['place', null],
    ])
    expect(missed[3]).toMatchObject({ exact: 'видах на урожай', words: 'Куда это?' })
    expect(structure).toBe(1)
  })

  test('never puts words into the place of others than they were made for, nor one hand into another', () => {
    const { items, missed } = read(
      new Reviewed(file())
        .edit((xml) => xml.replace('Заключительные положения', 'Заключительные положение'))
        .replace('положение действуют', 'нормы применяются')
        .replace('трёх', 'пяти', 'Первая рука')
        .replace(' дней', ' недель', 'Вторая рука')
        .bytes(),
    )
    expect(missed.map(({ reason, exact }) => [reason, exact])).toEqual([['changed', 'положение действуют']])
    expect(items.map(({ author }) => author)).toEqual(['Первая рука', 'Вторая рука'])
  })

  test('knows our own comments, tells changed ones, takes answers to them', () => {
    const note = (number: number, body: string): WordComment => ({
      author: `Участник № ${number}`,
      at: new Date(0),
      lines: [
        `Замечание № ${number}`,
        body,
        'Решение: учтено.',
        `https://old.example/drafts/poryadok/remarks/${number}`,
      ],
      own: 2,
      range: {
        fromBlockId: version[1]?.blockId ?? '',
        fromOffset: 0,
        toBlockId: version[1]?.blockId ?? '',
        toOffset: 7,
      },
    })
    const [first, second, third] = [note(1, 'Первое'), note(2, 'Второе'), note(3, 'Третье')]
    const notes = new Map([
      [1, first],
      [2, second],
    ])
    const before = { ...second, lines: second.lines.filter((line) => !line.startsWith('Решение')) }
    const bytes = new Reviewed(file([first, before, third]))
      .answer('Первое', 'Согласен с коллегой')
      .answer('Третье', 'На скрытое')
      .comment('Настоящий', 'Новое', { done: true })
      .bytes()
    const { items, missed, known } = read(bytes, { notes })
    expect(known).toBe(3)
    expect(items.map(({ kind, answers, body, resolved }) => [kind, answers, body, resolved])).toEqual([
      ['criticism', null, 'Новое', true],
      ['reply', 1, 'Согласен с коллегой', false],
    ])
    expect(missed.map(({ reason, n }) => [reason, n])).toEqual([['answer', 3]])
    const changed = new Map([[1, { ...first, lines: first.lines.with(1, 'Слова автора') }]])
    expect(read(file([first]), { notes: changed }).missed[0]).toMatchObject({ reason: 'rewritten', n: 1 })
    expect(notedNumber('https://x/drafts/other/remarks/1', 'poryadok')).toBeNull()
  })

  test('is not taken twice, nor more of it than fits', () => {
    const reviewed = new Reviewed(file())
    for (let at = 0; at < 30; at += 1) reviewed.comment('Эксперт', `Замечание ${at}`)
    const { items, over } = read(reviewed.bytes(), { limits: { characters: 5000, reply: 3000, items: 10 } })
    expect([items.length, over]).toEqual([10, 20])
    const again = read(new Reviewed(file()).comment('Эксперт', 'Слово').bytes(), { said: () => 7 })
    expect(again.missed[0]).toMatchObject({ reason: 'repeated', n: 7 })
  })

  test('may be hostile: words stay words, ten thousand comments and a megabyte in one cost little', () => {
    const evil = '<script>alert(1)</script> \u202eedoc =cmd|x'
    const [item] = read(new Reviewed(file()).comment('Эксперт', evil).bytes()).items
    expect(item?.body).toContain('<script>')
    const many = Array.from(
      { length: 10_000 },
      (_, at) =>
        `<w:comment w:id="${at + 9000}" w:author="a"><w:p><w:r><w:t>к${at}</w:t></w:r></w:p></w:comment>`,
    ).join('')
    const bytes = file()
    const marks = Array.from(
      { length: 10_000 },
      (_, at) => `<w:commentRangeStart w:id="${at + 9000}"/>`,
    ).join('')
    const crowd = new Reviewed(bytes)
      .edit((xml) =>
        xml.replace(
          '<w:r><w:t xml:space="preserve">Настоящий',
          `${marks}<w:r><w:t xml:space="preserve">Настоящий`,
        ),
      )
      .comment('Порядок', 'x'.repeat(1_000_000))
    const out = crowd.bytes()
    const { items, over, missed } = read(withComments(out, many))
    expect([items.length + over + missed.length, items.length]).toEqual([10_001, 200])
  })
})

function withComments(bytes: Uint8Array, inner: string): Uint8Array {
  const zip = new PizZip(bytes)
  const xml = zip.file('word/comments.xml')?.asText() ?? ''
  zip.file('word/comments.xml', xml.replace('</w:comments>', `${inner}</w:comments>`))
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
