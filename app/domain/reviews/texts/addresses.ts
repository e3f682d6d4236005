/**
 * Addresses: where a unit stands, as people cite it: «раздел III, абз. 4», «табл. 2, строка 3», «п. 3.2».
 *
 * A number of several parts («3.2») is unique in a document and needs no section before it. Paragraphs without a number
 * are counted within their section, items of lists included, cells excluded.
 */
import { addressWords as w } from '#content/addresses.ts'
import type { BlockInput } from './blocks.ts'
import { bareNumber } from './numbers.ts'

type Unit = Omit<BlockInput, 'address'>

export class Addresses {
  #section: string | null = null
  #paragraph = 0
  #tables = 0
  #table = 0
  #row = 0
  #point: string | null = null
  #notes = 0
  #last: string | null = null
  readonly #points = new Map<string, string>()

  /** The address of the next unit in reading order. */
  next(unit: Unit): string {
    const address = this.#addressOf(unit)
    if (unit.kind !== 'note' && unit.kind !== 'image') this.#last = address
    this.#points.set(unit.blockId, address)
    return address
  }

  #addressOf(unit: Unit): string {
    switch (unit.kind) {
      case 'heading':
        this.#paragraph = 0
        this.#point = null
        this.#section = sectionOf(unit)
        return this.#section
      case 'table':
        this.#tables += 1
        this.#table = this.#tables
        this.#row = 0
        return `${w.table} ${this.#table}`
      case 'row':
        this.#row += 1
        return `${w.table} ${this.#table}, ${w.row} ${this.#row}`
      case 'cell':
        return `${w.table} ${this.#table}, ${w.row} ${this.#row}, ${w.column} ${unit.data.column}`
      case 'note':
        return this.#noteAddress(unit)
      case 'image':
        return this.#last === null ? w.image : `${this.#last}, ${w.image}`
      default:
        return this.#wordsAddress(unit)
    }
  }

  #noteAddress(unit: Unit): string {
    this.#notes += 1
    const kind = unit.data.endnote ? w.endnote : w.note
    return unit.number === null
      ? `${kind}, ${w.paragraph} ${this.#notes}`
      : `${kind} ${bareNumber(unit.number)}`
  }

  #wordsAddress(unit: Unit): string {
    this.#paragraph += 1
    if (unit.number === null) return this.#inSection(`${w.paragraph} ${this.#paragraph}`)
    const bare = bareNumber(unit.number)
    if (/^\p{L}$/u.test(bare)) {
      const subpoint = `${w.subpoint} «${bare}»`
      return this.#point ? `${this.#point}, ${subpoint}` : this.#inSection(subpoint)
    }
    this.#point = this.#pointOf(bare, unit.parentId)
    return this.#point
  }

  #pointOf(bare: string, parentId: string | null): string {
    // «Статья 5.» says itself what it is
    const point = w.named.test(bare) ? bare.toLowerCase() : `${w.point} ${bare}`
    if (/\.\d/.test(bare)) return point
    const above = parentId === null ? undefined : this.#points.get(parentId)
    return above ? `${above}, ${point}` : this.#inSection(point)
  }

  #inSection(place: string): string {
    return this.#section === null ? place : `${this.#section}, ${place}`
  }
}

/** «раздел III», «приложение 2» or «раздел „Название…“». */
function sectionOf(heading: Unit): string {
  if (heading.number) {
    const bare = bareNumber(heading.number)
    return w.named.test(bare) ? namedSection(bare) : `${w.section} ${bare}`
  }
  const named = w.named.exec(heading.text)
  if (named) return namedSection(named[0])
  const title = heading.text.replace(/\s+/g, ' ').trim()
  return `${w.section} «${title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title}»`
}

function namedSection(words: string): string {
  return words
    .toLowerCase()
    .replace(/(\s)(\S+)$/, (_, space: string, number: string) => `${space}${number.toUpperCase()}`)
}
