/**
 * Numbers of paragraphs as Word prints them: numbering.xml read, counters kept in reading order.
 *
 * Source: ISO/IEC 29500-1, 17.9. Counters belong to the abstract list, so that several lists of one kind go on from
 * one another; a `startOverride` begins anew at the first paragraph of its list. A level that was never used prints its
 * first number. What cannot be computed is no number: null, and the caller says so.
 */
import { numberIn } from './number-formats.ts'
import type { NumberingRef, Styles } from './styles.ts'
import { child, type El, elements, textOf, toggle, val, whole } from './xml.ts'

interface Level {
  start: number
  format: string
  text: string
  /** 1-based level that restarts this one; 0 never; undefined any above */
  restart?: number
  legal: boolean
  styleId?: string
}

interface List {
  abstractId: string
  levels: (Level | undefined)[]
  overrides: (number | undefined)[]
}

interface Counters {
  values: (number | undefined)[]
  starts: (number | undefined)[]
  opened: Set<string>
}

/** A paragraph's place in a list. */
export interface Printed {
  /** as printed, without spaces at the edges; null for bullets, for an empty number, and for what is not known */
  label: string | null
  bullet: boolean
  level: number
  /** the format is not one that we know */
  unknown: boolean
}

const LEVELS = 9

export class Numbering {
  readonly #abstracts = new Map<string, El>()
  readonly #nums = new Map<string, El>()
  readonly #lists = new Map<string, List | null>()
  readonly #counters = new Map<string, Counters>()

  constructor(
    root: El | undefined,
    readonly styles: Styles,
  ) {
    for (const one of elements(root, 'w:abstractNum'))
      this.#abstracts.set(one.attrs['w:abstractNumId'] ?? '', one)
    for (const one of elements(root, 'w:num')) this.#nums.set(one.attrs['w:numId'] ?? '', one)
  }

  /** Counts a paragraph in; null when it is in no list. */
  next(ref: NumberingRef | undefined): Printed | null {
    if (ref?.numId === undefined || ref.numId === '0') return null
    const list = this.#list(ref.numId)
    if (!list) return null
    const at = this.#levelOf(list, ref)
    const level = list.levels[at]
    if (!level) return null
    const counters = this.#count(list, ref.numId, at)
    if (level.format === 'bullet') return { label: null, bullet: true, level: at, unknown: false }
    const label = this.#label(list, counters, at)
    return { label: label || null, bullet: false, level: at, unknown: label === null }
  }

  #levelOf(list: List, { ilvl, styleId }: NumberingRef): number {
    const linked = styleId === undefined ? -1 : list.levels.findIndex((one) => one?.styleId === styleId)
    return Math.min(Math.max(linked >= 0 ? linked : (ilvl ?? 0), 0), LEVELS - 1)
  }

  #list(numId: string): List | null {
    const known = this.#lists.get(numId)
    if (known !== undefined) return known
    const list = this.#readList(numId, 0)
    this.#lists.set(numId, list)
    return list
  }

  #readList(numId: string, depth: number): List | null {
    const num = this.#nums.get(numId)
    const abstractId = val(num, 'w:abstractNumId') ?? ''
    const abstract = this.#abstracts.get(abstractId)
    if (!num || !abstract || depth > 10) return null
    const link = val(abstract, 'w:numStyleLink')
    const target = link === undefined ? undefined : this.styles.numberingOf(link)
    const linked = target === undefined || target === numId ? null : this.#readList(target, depth + 1)
    const list: List = linked ?? { abstractId, levels: levelsOf(abstract), overrides: [] }
    const own = { ...list, levels: [...list.levels], overrides: [...list.overrides] }
    for (const override of elements(num, 'w:lvlOverride')) {
      const at = whole(override.attrs['w:ilvl']) ?? -1
      if (at < 0 || at >= LEVELS) continue
      const level = child(override, 'w:lvl')
      if (level) own.levels[at] = levelOf(level)
      own.overrides[at] = whole(val(override, 'w:startOverride')) ?? own.overrides[at]
    }
    return own
  }

  #count(list: List, numId: string, at: number): Counters {
    const counters = this.#counters.get(list.abstractId) ?? { values: [], starts: [], opened: new Set() }
    this.#counters.set(list.abstractId, counters)
    if (!counters.opened.has(numId)) {
      counters.opened.add(numId)
      list.overrides.forEach((start, level) => {
        if (start === undefined) return
        counters.values[level] = undefined
        counters.starts[level] = start
      })
    }
    const first = (level: number) => counters.starts[level] ?? list.levels[level]?.start ?? 1
    for (let level = 0; level < at; level += 1) counters.values[level] ??= first(level)
    const now = counters.values[at]
    counters.values[at] = now === undefined ? first(at) : now + 1
    for (let level = at + 1; level < LEVELS; level += 1) {
      const restart = list.levels[level]?.restart
      if (restart === undefined ? true : restart > 0 && at + 1 <= restart) counters.values[level] = undefined
    }
    return counters
  }

  /** null when a level of the text has a format that is not known. */
  #label(list: List, { values }: Counters, at: number): string | null {
    const level = list.levels[at]
    if (!level) return null
    let known = true
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const format = list.levels[index]?.format ?? 'decimal'
      // a level that this place cannot have, or that has no figure, prints nothing
      if (index > at || format === 'bullet') return ''
      const shown = level.legal && format !== 'none' ? 'decimal' : format
      const text = numberIn(shown, values[index] ?? 1)
      known &&= text !== null
      return text ?? ''
    })
    return known ? label.replace(/[\s\u00a0]+/g, ' ').trim() : null
  }
}

function levelsOf(abstract: El): (Level | undefined)[] {
  const levels = new Array<Level | undefined>(LEVELS)
  for (const one of elements(abstract, 'w:lvl')) {
    const at = whole(one.attrs['w:ilvl']) ?? -1
    if (at >= 0 && at < LEVELS) levels[at] = levelOf(one)
  }
  return levels
}

function levelOf(el: El): Level {
  return {
    start: whole(val(el, 'w:start')) ?? 0,
    format: formatOf(el),
    text: val(el, 'w:lvlText') ?? '',
    restart: whole(val(el, 'w:lvlRestart')),
    legal: toggle(el, 'w:isLgl') ?? false,
    styleId: val(el, 'w:pStyle'),
  }
}

/** A newer Word hides its own formats behind a choice; the fallback is what others print. */
function formatOf(el: El): string {
  const plain = val(el, 'w:numFmt')
  if (plain !== undefined) return plain
  const choice = child(el, 'mc:AlternateContent')
  return val(child(choice, 'mc:Fallback'), 'w:numFmt') ?? (textOf(el) === '' && choice ? 'custom' : 'decimal')
}
