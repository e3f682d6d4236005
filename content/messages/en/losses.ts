import { countedEn } from '#content/messages/plural.ts'
import type { lossWords as words } from '#content/messages/ru/losses.ts'

/** What an import could not keep. */
export const lossWords: typeof words = {
  image: (n) => countedEn(n, 'picture', 'pictures'),
  code: (n) => countedEn(n, 'piece of code became plain text', 'pieces of code became plain text'),
  html: (n) => countedEn(n, 'piece of HTML', 'pieces of HTML'),
  rule: (n) => countedEn(n, 'dividing line', 'dividing lines'),
  link: (n) => countedEn(n, 'unsafe link', 'unsafe links'),
  strike: (n) => countedEn(n, 'strikethrough', 'strikethroughs'),
  control: (n) => countedEn(n, 'control character', 'control characters'),
  header: (n) => countedEn(n, 'page header', 'page headers'),
  footer: (n) => countedEn(n, 'page footer', 'page footers'),
  textbox: (n) => countedEn(n, 'text box became a paragraph', 'text boxes became paragraphs'),
  comment: (n) => countedEn(n, 'comment in the margin', 'comments in the margin'),
  hidden: (n) => countedEn(n, 'hidden passage', 'hidden passages'),
  field: (n) => countedEn(n, 'field became plain text', 'fields became plain text'),
  contents: (n) => countedEn(n, 'line of the table of contents', 'lines of the table of contents'),
  formula: (n) => countedEn(n, 'formula became a line', 'formulas became lines'),
  object: (n) => countedEn(n, 'chart or object', 'charts or objects'),
  symbol: (n) => countedEn(n, 'sign of a symbol font', 'signs of a symbol font'),
  level: (n) => countedEn(n, 'heading below level four, raised', 'headings below level four, raised'),
  number: (n) => countedEn(n, 'number in an unknown format', 'numbers in an unknown format'),
  nested: (n) => countedEn(n, 'nesting too deep, now paragraphs', 'nestings too deep, now paragraphs'),
  format: (n) => countedEn(n, 'underline or highlight', 'underlines or highlights'),
  note: (n) => countedEn(n, 'note without a place', 'notes without a place'),
  form: (n) => countedEn(n, 'form field became text', 'form fields became text'),
  erratum: (n) => countedEn(n, 'note on a misprint put right', 'notes on misprints put right'),
  revision: (n) =>
    countedEn(
      n,
      'change of rows, cells or borders of paragraphs',
      'changes of rows, cells or borders of paragraphs',
    ),
  look: (n) =>
    countedEn(
      n,
      'place loses its look: heading, list, table, letters or note',
      'places lose their look: heading, list, table, letters or note',
    ),
  node: (n) => countedEn(n, 'unknown element', 'unknown elements'),
}
