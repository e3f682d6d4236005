/** Generated versions of a document with known provenance: every block remembers which block it came from. */
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import type { AnchorBlock } from '#app/domain/reviews/anchors/units.ts'

const words =
  'порядок эксперт оценка качество образование реестр заключение критерий программа школа институт срок решение документ процедура участник обсуждение замечание предложение редакция раздел показатель сведения комиссия представитель протокол основание методика анализ данные регион работа группа член секретарь председатель объективность результат информация система управление'.split(
    ' ',
  )
const link = ['и', 'в', 'на', 'для', 'по', 'с', 'при', 'о', 'не', 'или']

export const word = fc.constantFrom(...words)
export const sentence = fc
  .array(fc.tuple(word, fc.option(fc.constantFrom(...link), { nil: null })), { minLength: 6, maxLength: 24 })
  .map((parts) => {
    const text = parts.map(([noun, small]) => (small ? `${noun} ${small}` : noun)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  })

/** A paragraph whose number makes it unlike any other, as real texts are. */
export const paragraphs = (min: number, max: number) =>
  fc
    .array(fc.tuple(sentence, sentence), { minLength: min, maxLength: max })
    .map((pairs) => pairs.map(([a, b], at) => `${a} Обозначение ${code(at)}. ${b}`))

export function blocksFrom(texts: readonly string[]): AnchorBlock[] {
  return texts.map((text, at) => ({
    blockId: uuidv7(),
    parentId: null,
    kind: 'paragraph',
    text,
    address: `абз. ${at + 1}`,
  }))
}

/** The same texts under new ids: what a re-uploaded file brings. */
export function reuploaded(blocks: readonly AnchorBlock[]): AnchorBlock[] {
  return blocks.map((block) => ({ ...block, blockId: uuidv7() }))
}

function code(at: number): string {
  return [...String(at * 7919 + 104729)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')
}
