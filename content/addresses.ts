/** Words of the addresses inside a document. They are part of the record in the document's language, not of the interface. */
export const addressWords = {
  section: 'раздел',
  paragraph: 'абз.',
  point: 'п.',
  subpoint: 'подп.',
  table: 'табл.',
  row: 'строка',
  column: 'графа',
  note: 'сноска',
  endnote: 'концевая сноска',
  image: 'рисунок',
  document: 'документ в целом',
  /** headings that name their own kind and number */
  named: /^(?:раздел|глава|приложение|часть|статья)\s+(?:№\s?)?(?:\d+(?:\.\d+)*|[ivxlc]+)/iu,
}
