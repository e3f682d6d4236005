import { expect, test } from 'vitest'
import { pastedContent } from '#app/domain/reviews/importing/pasting.ts'
import { checkDoc, type NodeJson } from '#app/editor/check.ts'
import { isWordHtml } from '#app/editor/word-html.ts'

/** What Word puts on the clipboard, with all its dirt. */
const word = (
  body: string,
) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm} @list l0:level1 {mso-level-number-format:bullet} --></style></head>
<body lang=RU><!--StartFragment-->${body}<!--EndFragment--></body></html>`
const item = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraph style='margin-left:36pt;text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
const wordsIn = (node: NodeJson): string => node.text ?? (node.content ?? []).map(wordsIn).join('')
const outline = (node: NodeJson): unknown =>
  node.content && node.type !== 'paragraph' && node.type !== 'heading'
    ? [node.type, ...node.content.map(outline)]
    : `${node.type}: ${wordsIn(node)}`

test('dirty paragraphs of Word become clean blocks', () => {
  const html = word(
    `<h1 style='mso-outline-level:1'>Общие <span style='mso-spacerun:yes'>&nbsp;</span>положения<o:p></o:p></h1><p class=MsoNormal style='margin-bottom:0cm'><b style='mso-bidi-font-weight:normal'><span lang=EN-US style='font-size:14.0pt;mso-ansi-language:EN-US'>Эксперт</span></b><span style='mso-tab-count:1'> </span>отвечает.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Второй<script>alert(1)</script> абзац<![if !vml]><img src="file:///C:/Users/a/clip.png"><![endif]></p>`,
  )
  expect(isWordHtml(html)).toBe(true)
  const blocks = pastedContent(html)
  expect(blocks.map((one) => `${one.type}: ${wordsIn(one).replace(/[\s\u00a0]+/g, ' ')}`)).toEqual([
    'heading: Общие положения',
    'paragraph: Эксперт отвечает.',
    'paragraph: Второй абзац',
  ])
  expect(blocks[1]?.content?.[0]).toMatchObject({ text: 'Эксперт', marks: [{ type: 'bold' }] })
  expect(JSON.stringify(blocks)).not.toMatch(/mso|style|o:p|script|file:/)
  expect(checkDoc({ type: 'doc', content: blocks }, { characters: 1000 }).fault).toBeUndefined()
})

test('lists of Word are lists again, however deep; numbers that it prints stay', () => {
  const blocks = pastedContent(
    word(item(1, '·', 'первое') + item(2, 'o', 'глубже') + item(1, '·', 'второе') + item(1, '3.2.', 'Пункт')),
  )
  expect(blocks.map(outline)).toEqual([
    [
      'bulletList',
      ['listItem', 'paragraph: первое', ['bulletList', ['listItem', 'paragraph: глубже']]],
      ['listItem', 'paragraph: второе'],
    ],
    'paragraph: Пункт',
  ])
  expect(blocks[1]?.attrs).toMatchObject({ number: '3.2.' })
})

test('tables keep their merged cells; a phrase joins the line it is put into', () => {
  const table = `<table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td colspan=2 style='width:233pt'><p class=MsoNormal>Шапка<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>а</p></td><td><p class=MsoNormal>б</p></td></tr></table>`
  const [made] = pastedContent(word(table))
  expect(outline(made as NodeJson)).toEqual([
    'table',
    ['tableRow', ['tableCell', 'paragraph: Шапка']],
    ['tableRow', ['tableCell', 'paragraph: а'], ['tableCell', 'paragraph: б']],
  ])
  expect(made?.content?.[0]?.content?.[0]?.attrs).toMatchObject({ colspan: 2 })
  expect(pastedContent(word('<p class=MsoNormal>одно <i>слово</i><o:p></o:p></p>'))).toMatchObject([
    { type: 'text', text: 'одно ' },
    { type: 'text', text: 'слово', marks: [{ type: 'italic' }] },
  ])
  expect(pastedContent(word('<p class=MsoNormal><o:p>&nbsp;</o:p></p>'))).toEqual([])
})

test('what a site or our own editor copied is not taken for Word', () => {
  expect(isWordHtml('<p>Обычный абзац <b>сайта</b></p>')).toBe(false)
  expect(isWordHtml('<p data-block="0" data-pm-slice="1 1 []">Свой</p>')).toBe(false)
})
