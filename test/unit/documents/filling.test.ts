import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { fillTemplate, placeholdersOf } from '#app/domain/documents/filling.server.ts'
import { docxOf, paragraphsOf } from '#test/support/docx.ts'

describe('filling', () => {
  test('words, sections and repeating rows', () => {
    const template = docxOf([
      '{имя}',
      '{#состав}',
      '{номер}. {имя} ({группа})',
      '{/состав}',
      '{#пусто}нет{/пусто}{^пусто}да{/пусто}',
    ])
    const { bytes, missing } = fillTemplate(template, {
      имя: 'общее',
      группа: 'первая',
      состав: [{ номер: '1', имя: 'Анна' }, { номер: '2' }],
      пусто: false,
    })
    expect(paragraphsOf(bytes)).toEqual(['общее', '1. Анна (первая)', '2. общее (первая)', 'да'])
    expect(missing).toEqual([])
  })

  test('what is missing is listed once and shown as asked, never as undefined', () => {
    const template = docxOf(['{нет} и {нет} и {пусто}', '{есть}'])
    const words = { есть: 'есть', пусто: '' }
    expect(fillTemplate(template, words).missing).toEqual(['нет', 'пусто'])
    expect(paragraphsOf(fillTemplate(template, words).bytes)).toEqual([' и  и ', 'есть'])
    const shown = fillTemplate(template, words, { blank: (word) => `[${word}]` })
    expect(paragraphsOf(shown.bytes)).toEqual(['[нет] и [нет] и [пусто]', 'есть'])
  })

  test('hostile values stay text', () => {
    const hostile = {
      '</w:t></w:r><w:altChunk r:id="x"/>': '</w:t></w:r><w:altChunk r:id="x"/>',
      '{другое} {#цикл}': '{другое} {#цикл}',
      '<!ENTITY x SYSTEM "file:///etc/passwd">&x;': '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
      'a\u0000b\u0008c\u001bd\ufffee': 'abcde',
      'половина \ud83d пары': 'половина  пары',
      '=HYPERLINK("http://evil.example")': '=HYPERLINK("http://evil.example")',
      '&amp; & < > " \'': '&amp; & < > " \'',
    }
    for (const [value, printed] of Object.entries(hostile)) {
      const { bytes } = fillTemplate(docxOf(['{слово}|{другое}']), { слово: value, другое: 'свой' })
      expect(paragraphsOf(bytes)).toEqual([`${printed}|свой`])
    }
  })

  test('no word reaches what the data inherits', () => {
    const template = docxOf(['{constructor}{toString}{__proto__}{имя}'])
    expect(() => placeholdersOf(new PizZip(template))).toThrow(
      expect.objectContaining({ code: 'template-expression' }),
    )
    const { bytes, missing } = fillTemplate(docxOf(['{constructor}|{toString}|{имя}']), { имя: 'x' })
    expect(paragraphsOf(bytes)).toEqual(['||x'])
    expect(missing).toEqual(['constructor', 'toString'])
  })

  test('lines of a value become lines of the paper; the notice stands on top', () => {
    const { bytes } = fillTemplate(docxOf(['{текст}']), { текст: 'раз\nдва' }, { notice: 'Показ <&>' })
    expect(paragraphsOf(bytes)).toEqual(['Показ <&>', 'раз⏎два'])
  })

  test('names in braces are found in every part, with what is inside of rows', () => {
    const zip = new PizZip(readFileSync('content/templates/panel-order.docx'))
    const rows = placeholdersOf(zip).find(({ word }) => word === 'состав')
    expect(rows?.inside.map(({ word }) => word)).toEqual(['номер', 'имя', 'должность', 'роль'])
  })

  test.each([
    ['{1 + 1}', 'template-expression'],
    ['{имя.constructor}', 'template-expression'],
    ['{@сырой}', 'template-expression'],
    ['{=[[ ]]=}', 'template-expression'],
    ['{имя | upper}', 'template-expression'],
    ['{ }', 'template-expression'],
    ['{#открыто}', 'template-broken'],
    ['{/закрыто}', 'template-broken'],
    ['{не закрыто', 'template-broken'],
    ['{#раз}{/два}', 'template-broken'],
  ])('%s is refused as %s', (text, code) => {
    expect(() => placeholdersOf(new PizZip(docxOf([text])))).toThrow(expect.objectContaining({ code }))
  })
})
