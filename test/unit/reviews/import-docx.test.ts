import { describe, expect, test } from 'vitest'
import { checkDoc } from '#app/editor/check.ts'
import { imported, p, r, spaces, wordOf } from '#test/support/word.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const losses = (result: ReturnType<typeof imported>) =>
  Object.fromEntries(result.losses.map(({ kind, count, where }) => [kind, [count, ...where]]))
const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
const tc = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const media =
  '<Relationship Id="i1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/1.png"/>'
const drawing =
  '<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr id="1" descr="Схема отбора"/><a:blip r:embed="i1"/></wp:inline></w:drawing></w:r>'

describe('structure', () => {
  test('headings by style, by a translated name, by outline level; a level below four is raised and told', () => {
    const styles =
      style('a1', 'Заголовок 2') +
      style('t', 'Title') +
      style('own', 'Мой раздел', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    const result = imported(
      wordOf(
        p('Положение', '<w:pStyle w:val="t"/>') +
          p('Порядок', '<w:pStyle w:val="a1"/>') +
          p('Часть', '<w:pStyle w:val="own"/>') +
          p('Глубоко', '<w:outlineLvl w:val="6"/>') +
          p('Тело', '<w:outlineLvl w:val="9"/>'),
        { styles },
      ),
    )
    expect(result.blocks.map(({ kind, depth }) => [kind, depth])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', 3],
      ['heading', 4],
      ['paragraph', 0],
    ])
    expect(losses(result).level).toEqual([1, 'раздел «Глубоко»'])
  })

  test('merged cells, nested tables and lists inside cells', () => {
    const table =
      '<w:tbl>' +
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc(p('Показатель'), '<w:gridSpan w:val="2"/>')}${tc(p('Итог'))}</w:tr>` +
      tr(
        tc(p('Группа'), '<w:vMerge w:val="restart"/>'),
        tc(p('А')),
        tc(`<w:tbl>${tr(tc(p('внутри')))}</w:tbl>${p('')}`),
      ) +
      tr(tc(p(''), '<w:vMerge/>'), tc(p('Б')), tc(p(''))) +
      '</w:tbl>'
    const result = imported(wordOf(table))
    expect(result.losses).toEqual([])
    expect(checkDoc(result.doc, { characters: 1000 }).fault).toBeUndefined()
    const cells = result.blocks.filter(({ kind }) => kind === 'cell')
    expect(
      cells.map(({ text, data }) => [text, data.colspan ?? 1, data.rowspan ?? 1, data.header ?? false]),
    ).toEqual([
      ['Показатель', 2, 1, true],
      ['Итог', 1, 1, true],
      ['Группа', 1, 2, false],
      ['А', 1, 1, false],
      ['внутри', 1, 1, false],
      ['Б', 1, 1, false],
    ])
    expect(result.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(2)
  })

  test('footnotes and endnotes keep their place, their words and the numbers that Word prints', () => {
    const note = (name: string, id: number, text: string) => `<w:${name} w:id="${id}">${p(text)}</w:${name}>`
    const result = imported(
      wordOf(
        `<w:p>${r('Закон')}<w:r><w:footnoteReference w:id="5"/></w:r>${r(' действует')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
        {
          footnotes: `<w:footnote w:type="separator" w:id="0"/>${note('footnote', 5, 'Федеральный закон.')}`,
          endnotes: note('endnote', 2, 'В конце.'),
        },
      ),
    )
    expect(result.losses).toEqual([])
    const [text, foot, end] = result.blocks
    expect(text?.text).toBe('Закон действует')
    expect(text?.data.marks).toEqual([
      { from: 4, to: 5, type: 'noteRef', note: foot?.blockId },
      { from: 14, to: 15, type: 'noteRef', note: end?.blockId },
    ])
    expect([foot, end].map((one) => [one?.kind, one?.number, one?.address, one?.text])).toEqual([
      ['note', '1', 'сноска 1', 'Федеральный закон.'],
      ['note', 'i', 'концевая сноска i', 'В конце.'],
    ])
    expect(checkDoc(result.doc, { characters: 1000 }).fault).toBeUndefined()
  })

  test('a picture stands after its paragraph; what is no PNG or JPEG is lost and told', () => {
    const file = { 'word/media/1.png': png, 'word/media/2.emf': 'EMF' }
    const emf = media.replace('i1', 'i2').replace('1.png', '2.emf')
    const result = imported(
      wordOf(
        `<w:p>${r('До')}${drawing}${r(' после')}</w:p><w:p>${drawing.replace('i1', 'i2')}${r('Вторая')}</w:p>`,
        {},
        { files: file, links: media + emf },
      ),
    )
    expect(result.blocks.map(({ kind, text, address }) => [kind, text, address])).toEqual([
      ['paragraph', 'До после', 'абз. 1'],
      ['image', '', 'абз. 1, рисунок'],
      ['paragraph', 'Вторая', 'абз. 2'],
    ])
    expect(result.blocks[1]?.data.image).toMatchObject({ alt: 'Схема отбора', width: 100, height: 50 })
    expect(result.images.map(({ mediaType, bytes }) => [mediaType, bytes.length])).toEqual([
      ['image/png', png.length],
    ])
    expect(losses(result)).toEqual({ image: [1, 'абз. 2'] })
  })

  test('page breaks, content controls, fields, links, symbols and odd spaces', () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const result = imported(
      wordOf(
        `<w:sdt><w:sdtContent>${p('Из поля')}</w:sdtContent></w:sdt><w:p><w:r><w:br w:type="page"/></w:r></w:p>` +
          `<w:p>${r('На ')}${field('DATE', '1 мая')}${r(', ')}${field(' HYPERLINK "https://example.org/a" ', 'тут')}</w:p>` +
          `<w:p><w:r><w:t>не</w:t><w:softHyphen/><w:t>делимо</w:t><w:noBreakHyphen/><w:t>всё 12\u00a0км</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Чужой" w:char="F0FC"/></w:r></w:p>`,
      ),
    )
    expect(result.blocks.map(({ text }) => text)).toEqual([
      'Из поля',
      'На 1 мая, тут',
      'не\u00adделимо\u2011всё 12\u00a0км✓',
    ])
    expect(result.blocks.map(({ data }) => data.pageBreak ?? false)).toEqual([false, true, false])
    expect(result.blocks[1]?.data.marks).toEqual([
      { from: 10, to: 13, type: 'link', href: 'https://example.org/a' },
    ])
    expect(losses(result)).toEqual({ field: [1, 'абз. 2'], symbol: [1, 'абз. 3'] })
  })
})

test('every loss is told with its place: strike, hidden, underline, text box, contents, formula, header, unsafe link', () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('В рамке')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('В рамке')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const bad =
    '<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>'
  const result = imported(
    wordOf(
      p('Оглавление 1', '<w:pStyle w:val="toc"/>') +
        `<w:p>${r('было', '<w:strike/>')}${r('тайна', '<w:vanish/>')}</w:p>` +
        `<w:p>${r('важно', '<w:u w:val="single"/>')}${box}</w:p><w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>` +
        `<w:p><w:hyperlink r:id="h1">${r('щёлкни')}</w:hyperlink></w:p>`,
      { styles: style('toc', 'toc 1'), header1: p('Проект от 1 мая') },
      { links: bad },
    ),
  )
  expect(result.blocks.map(({ text }) => text)).toEqual(['было', 'важно', 'В рамке', 'x+1', 'щёлкни'])
  expect(losses(result)).toEqual({
    contents: [1, 'абз. 1'],
    header: [1],
    strike: [1, 'абз. 1'],
    hidden: [1, 'абз. 1'],
    format: [1, 'абз. 2'],
    textbox: [1, 'абз. 2'],
    formula: [1, 'абз. 4'],
    link: [1, 'абз. 5'],
  })
  expect(JSON.stringify(result.doc)).not.toContain('javascript')
})

test('names of a file are its own affair: any prefix, the strict standard', () => {
  const strict = spaces.replaceAll(
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  )
  const files = {
    'word/document.xml': `<ns0:document ${strict.replace('xmlns:w=', 'xmlns:ns0=')}><ns0:body><ns0:p><ns0:r><ns0:t>Слово</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
  }
  expect(imported(wordOf('', {}, { files })).blocks.map(({ text }) => text)).toEqual(['Слово'])
})
