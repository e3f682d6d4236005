/**
 * Mapping: where each character of the old units of a group stands in its new units.
 *
 * A diff of words says which words stayed; inside a replaced word the common beginning and end stay when they are at
 * least half of it («экспертов» → «экспертами»). Otherwise the word is gone: «Робин» does not become «Элиза».
 */
import type { Group } from './aligning.ts'
import { matchTokens } from './matching.ts'
import type { Unit } from './units.ts'

/** A character's place: which new unit, which character of its normalised text. */
export interface Place {
  unit: number
  at: number
}

export class GroupMap {
  readonly #oldBegin = new Map<number, number>()
  readonly #newUnits: { unit: Unit; begin: number }[] = []
  readonly #map: Int32Array
  readonly oldText: string
  readonly newText: string

  constructor(group: Group, old: readonly Unit[], fresh: readonly Unit[]) {
    const olds = joined(group.old.flatMap((at) => old[at] ?? []))
    const news = joined(homesOf(group).flatMap((at) => fresh[at] ?? []))
    for (const { unit, begin } of olds.parts) this.#oldBegin.set(unit.at, begin)
    this.#newUnits = news.parts
    this.oldText = olds.text
    this.newText = news.text
    this.#map = mapTexts(olds.text, news.text)
  }

  /** The new place of a character of an old unit, or null when it is gone. */
  placeOf(oldUnit: number, at: number): Place | null {
    const place = this.#map[(this.#oldBegin.get(oldUnit) ?? 0) + at] ?? -1
    return place < 0 ? null : this.#inUnit(place)
  }

  /** Where the words around a lost character now are: the end of what stayed before it. */
  seatOf(oldUnit: number, at: number): Place {
    for (let i = (this.#oldBegin.get(oldUnit) ?? 0) + at; i >= 0; i -= 1) {
      const place = this.#map[i] ?? -1
      if (place >= 0) return this.#inUnit(place)
    }
    return this.#inUnit(0)
  }

  #inUnit(place: number): Place {
    const part = this.#newUnits.findLast(({ begin }) => begin <= place) ?? this.#newUnits[0]
    return { unit: part?.unit.at ?? 0, at: place - (part?.begin ?? 0) }
  }
}

/** The new units that hold words of a group, in reading order. */
export function homesOf({ new: own, shared }: Group): number[] {
  return shared.length === 0 ? own : [...new Set([...own, ...shared])].sort((a, b) => a - b)
}

function joined(units: Unit[]): { text: string; parts: { unit: Unit; begin: number }[] } {
  let text = ''
  const parts = units.map((unit, i) => {
    if (i > 0) text += ' '
    const begin = text.length
    text += unit.norm.text
    return { unit, begin }
  })
  return { text, parts }
}

const token = /[\p{L}\p{N}]+|\s|[^\p{L}\p{N}\s]/gu

function mapTexts(a: string, b: string): Int32Array {
  const map = new Int32Array(a.length).fill(-1)
  if (a === b) return map.map((_, i) => i)
  const [olds, news] = [a.match(token) ?? [], b.match(token) ?? []]
  const matches = matchTokens(olds, news)
  let [i, j, x, y] = [0, 0, 0, 0]
  for (let at = 0; at <= olds.length; at += 1) {
    const match = at === olds.length ? news.length : (matches[at] ?? -1)
    if (match < 0) continue
    const [removed, added] = [olds.slice(x, at), news.slice(y, match)]
    if (removed.length > 0 && added.length > 0) mapReplaced(map, i, removed, j, added)
    i += lengthOf(removed)
    j += lengthOf(added)
    for (let k = olds[at]?.length ?? 0; k > 0; k -= 1) map[i++] = j++
    ;[x, y] = [at + 1, match + 1]
  }
  return map
}

/** Words of a replaced run, one by one when there are as many of them, else the first with the first, the last with the last. */
function mapReplaced(map: Int32Array, i: number, removed: string[], j: number, added: string[]): void {
  const [olds, news] = [wordsOf(removed, i), wordsOf(added, j)]
  olds.forEach((old, k) => {
    const fromEnd = olds.length - 1 - k
    const fresh =
      olds.length === news.length ? news[k] : k === 0 ? news[0] : fromEnd === 0 ? news.at(-1) : undefined
    if (!fresh) return
    const { head, tail } = edges(old.word, fresh.word)
    if ((head + tail) * 2 < Math.max(old.word.length, fresh.word.length)) return
    for (let c = 0; c < head; c += 1) map[old.at + c] = fresh.at + c
    for (let c = 1; c <= tail; c += 1) map[old.at + old.word.length - c] = fresh.at + fresh.word.length - c
  })
}

function wordsOf(tokens: string[], start: number): { word: string; at: number }[] {
  let at = start
  return tokens.flatMap((word) => {
    at += word.length
    return /[\p{L}\p{N}]/u.test(word) ? [{ word, at: at - word.length }] : []
  })
}

function edges(a: string, b: string): { head: number; tail: number } {
  const shorter = Math.min(a.length, b.length)
  let [head, tail] = [0, 0]
  while (head < shorter && a[head] === b[head]) head += 1
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return { head, tail }
}

function lengthOf(tokens: string[]): number {
  return tokens.reduce((sum, { length }) => sum + length, 0)
}
