/** OOXML by hand: names, escaping, and the parts of a package that are the same in every document of ours. Pure. */
const open = 'http://schemas.openxmlformats.org'
const office = `${open}/officeDocument/2006/relationships`
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const spaces = [
  `xmlns:w="${open}/wordprocessingml/2006/main"`,
  `xmlns:r="${office}"`,
  `xmlns:wp="${open}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${open}/drawingml/2006/main"`,
  `xmlns:pic="${open}/drawingml/2006/picture"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  `xmlns:mc="${open}/markup-compatibility/2006" mc:Ignorable="w14"`,
].join(' ')

// What XML 1.0 cannot hold, and signs that turn the text around them.
const unwanted = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Words as they stand between tags or in an attribute. */
export function escaped(text: string): string {
  return text
    .replace(unwanted, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A run of words; line breaks are kept. `looks` is the inside of w:rPr. */
export function run(text: string, looks = ''): string {
  if (text === '') return ''
  const pieces = text
    .split('\n')
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${escaped(line)}</w:t>`))
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}${pieces.join('<w:br/>')}</w:r>`
}

/** The inside of w:sectPr after what stands in the head and at the foot: a sheet of A4 with margins of 2 cm. */
export const sheet =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'

export interface Relation {
  id: string
  /** the end of the type's name: styles, image, hyperlink… */
  kind: string
  target: string
  external?: boolean
}

/** A part of relations. */
export function relations(all: readonly Relation[]): string {
  const inner = all.map(
    ({ id, kind, target, external }) =>
      `<Relationship Id="${id}" Type="${typeOf(kind)}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `${HEAD}<Relationships xmlns="${open}/package/2006/relationships">${inner.join('')}</Relationships>`
}

function typeOf(kind: string): string {
  return kind === 'commentsExtended'
    ? 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'
    : kind === 'core-properties'
      ? `${open}/package/2006/relationships/metadata/core-properties`
      : `${office}/${kind}`
}

/** The types of the parts; names of parts of a text under word/. */
export function contentTypes(parts: readonly string[]): string {
  const own = parts.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${name === 'document' ? 'document.main' : name.replace(/\d+$/, '')}+xml"/>`,
  )
  return `${HEAD}<Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/>${own.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`
}

/** Title, author and day of the file. */
export function coreProperties(title: string, creator: string, at: Date): string {
  const moment = `${at.toISOString().slice(0, 19)}Z`
  return `${HEAD}<cp:coreProperties xmlns:cp="${open}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created></cp:coreProperties>`
}

/** Properties of our own: Word keeps them when it saves, so a file that comes back says what it was made of. */
export function customProperties(values: Readonly<Record<string, string>>): string {
  const inner = Object.entries(values).map(
    ([name, value], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  )
  return `${HEAD}<Properties xmlns="${open}/officeDocument/2006/custom-properties" xmlns:vt="${open}/officeDocument/2006/docPropsVTypes">${inner.join('')}</Properties>`
}
