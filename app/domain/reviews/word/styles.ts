/** Looks of an exported version: quiet styles with Word's own names, so that its panes and our importer know them. */
import { ERRATUM_STYLE } from '#app/domain/reviews/importing/origin.ts'
import { HEAD, spaces } from './ooxml.ts'

const paragraphStyle = (id: string, name: string, paragraph: string, letters = '', base = 'Normal') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`
const letterStyle = (id: string, name: string, letters: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${letters}</w:rPr></w:style>`

const sizes = [32, 28, 26, 24] // half-points of the four levels of headings

/** Of a file that is not the document itself: what it is called. */
export const TITLE_STYLE = 'Title'
/** Words of a table where it is not printed as one. */
export const CELL_STYLE = 'TableCellWords'

/** The part of styles. `lang` is that of the text. */
export function stylesXml(lang: string): string {
  const headings = sizes.map((size, at) =>
    paragraphStyle(
      `Heading${at + 1}`,
      `heading ${at + 1}`,
      `<w:keepNext/><w:spacing w:before="280" w:after="120"/><w:outlineLvl w:val="${at}"/>`,
      `<w:b/><w:sz w:val="${size}"/>`,
    ),
  )
  return `${HEAD}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="${lang === 'en' ? 'en-GB' : 'ru-RU'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headings.join('')}${[
    paragraphStyle(TITLE_STYLE, 'Title', '<w:spacing w:after="280"/>', '<w:b/><w:sz w:val="36"/>'),
    paragraphStyle(
      CELL_STYLE,
      'Table Cell Words',
      '<w:spacing w:before="40" w:after="40"/>',
      '<w:sz w:val="22"/>',
    ),
    paragraphStyle('Quote', 'Quote', '<w:ind w:left="567" w:right="567"/>', '<w:i/>'),
    paragraphStyle('FootnoteText', 'footnote text', '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
    paragraphStyle('CommentText', 'annotation text', '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
    paragraphStyle(
      'Header',
      'header',
      '<w:spacing w:after="0"/>',
      '<w:sz w:val="18"/><w:color w:val="666666"/>',
    ),
    paragraphStyle(
      ERRATUM_STYLE,
      ERRATUM_STYLE,
      '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="996600"/></w:pBdr><w:ind w:left="425"/>',
      '<w:i/><w:sz w:val="20"/>',
    ),
    letterStyle('FootnoteReference', 'footnote reference', '<w:vertAlign w:val="superscript"/>'),
    letterStyle('CommentReference', 'annotation reference', '<w:sz w:val="16"/>'),
    letterStyle('Hyperlink', 'Hyperlink', '<w:color w:val="0563C1"/><w:u w:val="single"/>'),
  ].join(
    '',
  )}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
}

const LEVELS = 9
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${(at + 1) * 425}" w:hanging="425"/></w:pPr></w:lvl>`
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels}</w:abstractNum>`
const levels = (make: (at: number) => string) => Array.from({ length: LEVELS }, (_, at) => make(at)).join('')

/** The list of bullets. */
export const BULLETS = 1

/** The part of numbering; `ordered` are the lists with numbers in order: each its level and its first number. */
export function numberingXml(ordered: readonly { level: number; start: number }[]): string {
  const own = ordered.map(
    ({ level, start }, at) =>
      `<w:num w:numId="${at + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  )
  const kinds = [
    abstract(
      0,
      levels((at) => level(at, 'bullet', '•')),
    ),
    abstract(
      1,
      levels((at) => level(at, 'decimal', `%${at + 1}.`)),
    ),
  ]
  return `${HEAD}<w:numbering ${spaces}>${kinds.join('')}<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${own.join('')}</w:numbering>`
}

/** Settings: what a reviewer changes is tracked from the first key. */
export const settingsXml = `${HEAD}<w:settings ${spaces}><w:trackRevisions/><w:defaultTabStop w:val="709"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
