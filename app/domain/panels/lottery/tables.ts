/**
 * Pools from the files of the sortition tools: CATEGORIES.csv with `category,feature,min,max` and PEOPLE.csv with a
 * column for each category. Pure; every refusal names the file, the line and what stands there.
 *
 * Also read: `category,name` and `feature,value` as the first two heads, `min_flex,max_flex` (how far a relaxation may
 * go), «;» or tabs between cells, a byte-order mark, UTF-16 and Windows-1251. The column of identifiers is the one
 * asked for, else `id`, `nationbuilder_id` or `person_id`, else the first one that is no category; files of the
 * literature have none, then people are called by the number of their line of data. Other columns are left alone.
 */
import { decoded } from '#app/domain/reviews/importing/decoding.ts'
import { Refusal } from '#app/domain/reviews/importing/refusal.ts'
import { gridOfText } from '#app/domain/reviews/importing/separated.ts'
import type { Person, Pool, Quota } from './pool.ts'

type Where = { file?: string; line?: number }
/** A file that is not taken: where, and what stands there; the command has the words. */
export class TableFault extends Error {
  readonly file: string | undefined
  readonly line: number | undefined
  constructor(
    readonly code: string,
    { file, line }: Where = {},
    readonly facts: readonly (number | string)[] = [],
  ) {
    super(code)
    this.file = file
    this.line = line
  }
}

export interface TableFile {
  name: string
  bytes: Uint8Array
}
type Line = { line: number; cells: string[] }

const LIMITS = { rows: 100_001, columns: 500 }
const HEADS = [
  ['category', 'feature'],
  ['category', 'name'],
  ['feature', 'value'],
] as const
const IDS = ['id', 'nationbuilder_id', 'person_id']

/** The pool of both files. Throws TableFault. */
export function poolOf(people: TableFile, categories: TableFile, size: number, idColumn?: string): Pool {
  const quotas = quotasOf(categories)
  const names = [...new Set(quotas.map(({ category }) => category))]
  const found = peopleOf(people, quotas, names, idColumn)
  if (!Number.isSafeInteger(size) || size < 1) throw new TableFault('size-wrong')
  if (size > found.length) throw new TableFault('pool-short', {}, [size, found.length])
  return { size, people: found, quotas: quotas.map(({ category: _own, feature: _of, ...quota }) => quota) }
}

type Named = Quota & { category: string; feature: string }

function quotasOf(file: TableFile): Named[] {
  const [head, ...lines] = linesOf(file)
  const columns = headOf(head as Line).map((name) => name.toLowerCase())
  const pair = HEADS.find((names) => names.every((name) => columns.includes(name)))
  const at = (name: string) => columns.indexOf(name)
  if (!pair || at('min') < 0 || at('max') < 0) throw new TableFault('no-head', { file: file.name })
  const seen = new Map<string, number>()
  const quotas = lines.map(({ line, cells }): Named => {
    const where = { file: file.name, line }
    const [category = '', feature = ''] = [cells[at(pair[0])], cells[at(pair[1])]]
    if (category === '' || feature === '') throw new TableFault('no-feature', where)
    const whole = (name: string) => count(cells[at(name)] ?? '', name, where)
    const [min, max] = [whole('min'), whole('max')]
    const name = `${category}: ${feature}`
    if (min > max) throw new TableFault('min-above-max', where, [min, max, name])
    const key = JSON.stringify([category, feature])
    const earlier = seen.get(key)
    if (earlier !== undefined) throw new TableFault('twice', where, [name, earlier])
    seen.set(key, line)
    const isFlexible = ['min_flex', 'max_flex'].every((name) => (cells[at(name)] ?? '') !== '')
    const flex = isFlexible ? { flex: { min: whole('min_flex'), max: whole('max_flex') } } : {}
    return { category, feature, name, min, max, ...flex }
  })
  if (quotas.length === 0) throw new TableFault('no-quotas', { file: file.name })
  return quotas
}

function peopleOf(
  file: TableFile,
  quotas: readonly Named[],
  names: readonly string[],
  idColumn?: string,
): Person[] {
  const [first, ...lines] = linesOf(file)
  const head = headOf(first as Line)
  const twice = head.find((name, at) => name !== '' && head.indexOf(name) !== at)
  if (twice !== undefined) throw new TableFault('column-twice', { file: file.name }, [twice])
  const columns = names.map((name) => {
    const at = head.indexOf(name)
    if (at < 0) throw new TableFault('no-category-column', { file: file.name }, [name])
    return { name, at }
  })
  const id = idPlace(file, head, names, idColumn)
  const places = new Map(quotas.map(({ category, feature }, at) => [JSON.stringify([category, feature]), at]))
  const seen = new Map<string, number>()
  const people = lines.map(({ line, cells }, row): Person => {
    const own = id < 0 ? String(row + 1) : (cells[id] ?? '')
    const where = { file: file.name, line }
    if (own === '') throw new TableFault('no-id', where)
    const earlier = seen.get(own)
    if (earlier !== undefined) throw new TableFault('twice', where, [own, earlier])
    seen.set(own, line)
    const held = columns.map(({ name, at }) => {
      const place = places.get(JSON.stringify([name, cells[at] ?? '']))
      if (place === undefined) throw new TableFault('no-quota', where, [name, cells[at] ?? ''])
      return place
    })
    return { id: own, quotas: held }
  })
  if (people.length === 0) throw new TableFault('no-people', { file: file.name })
  return people
}

function idPlace(
  { name }: TableFile,
  head: readonly string[],
  names: readonly string[],
  asked?: string,
): number {
  if (asked !== undefined) {
    const at = head.indexOf(asked)
    if (at < 0) throw new TableFault('no-column', { file: name }, [asked])
    return at
  }
  const lower = head.map((one) => one.toLowerCase())
  const usual = IDS.map((one) => lower.indexOf(one)).find((at) => at >= 0)
  return usual ?? head.findIndex((one) => !names.includes(one))
}

function count(text: string, column: string, where: Where): number {
  if (!/^\d{1,9}$/.test(text)) throw new TableFault('not-whole', where, [column, text])
  return Number(text)
}

function headOf({ cells }: Line): string[] {
  return cells.map((cell) => cell.trim())
}

/** Lines with something in them, cells without outer spaces; the first is the head. */
function linesOf({ name, bytes }: TableFile): Line[] {
  const lines = gridOf(name, bytes).flatMap((row, at): Line[] => {
    const cells = row.map(({ text }) => text.trim().normalize('NFC'))
    return cells.every((cell) => cell === '') ? [] : [{ line: at + 1, cells }]
  })
  if (lines.length === 0) throw new TableFault('empty', { file: name })
  const width = (lines[0] as Line).cells.length
  const odd = lines.find(({ cells }) => cells.slice(width).some((cell) => cell !== ''))
  if (odd) throw new TableFault('cells-more', { file: name, line: odd.line })
  return lines
}

function gridOf(name: string, bytes: Uint8Array) {
  try {
    return gridOfText(decoded(bytes), LIMITS)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'table-long') throw new TableFault('too-long', { file: name }, [LIMITS.rows - 1])
    throw new TableFault('not-text', { file: name })
  }
}
