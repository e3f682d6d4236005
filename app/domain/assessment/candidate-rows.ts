/**
 * Candidates as a spreadsheet gives them: person, points, most points, day of the assessment, day of the paper consent,
 * entrepreneur or not, category without assessment. Pure; columns after the person may be empty or absent.
 */
import { candidateWords } from '#content/table-heads.ts'

export interface CandidateRow {
  /** line of the text, counted from 1 with the blank ones */
  line: number
  /** registry number or full name */
  person: string
  points: { earned: number; maximum: number; day: string } | null
  consentDay: string | null
  entrepreneur: boolean | null
  exemption: string
}

/** What is wrong with a line: a key of messages.problems. */
export interface RowFault {
  line: number
  code: 'row-points' | 'row-day' | 'row-entrepreneur' | 'row-person'
}

/** The rows, or the first fault. A head of columns and a column of positions («1.») are passed over. */
export function candidateRows(text: string): { rows: CandidateRow[]; fault: RowFault | null } {
  const rows: CandidateRow[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const cells = withoutPosition(cellsOf(raw))
    if (cells.every((cell) => cell === '')) continue
    if (rows.length === 0 && candidateWords.head.test(cells[0] ?? '')) continue
    const row = rowOf(at + 1, cells)
    if ('code' in row) return { rows: [], fault: row }
    rows.push(row)
  }
  return { rows, fault: null }
}

function rowOf(line: number, cells: readonly string[]): CandidateRow | RowFault {
  const [person = '', earned = '', maximum = '', day = '', consent = '', business = '', exemption = ''] =
    cells
  if (person === '') return { line, code: 'row-person' }
  const given = [earned, maximum, day].filter((cell) => cell !== '').length
  const whole = /^\d{1,7}$/
  if (given > 0 && (given < 3 || !whole.test(earned) || !whole.test(maximum)))
    return { line, code: 'row-points' }
  if (given > 0 && (Number(maximum) === 0 || Number(earned) > Number(maximum)))
    return { line, code: 'row-points' }
  const [resultDay, consentDay] = [dayIn(day), dayIn(consent)]
  if ((day !== '' && !resultDay) || (consent !== '' && !consentDay)) return { line, code: 'row-day' }
  const [yes, no] = [candidateWords.yes.test(business), candidateWords.no.test(business)]
  if (business !== '' && !yes && !no) return { line, code: 'row-entrepreneur' }
  return {
    ...{ line, person, consentDay, exemption },
    points: resultDay ? { earned: Number(earned), maximum: Number(maximum), day: resultDay } : null,
    entrepreneur: yes ? true : no ? false : null,
  }
}

/** Cells between tabs, else between semicolons; a cell in quotes may hold either. */
function cellsOf(raw: string): string[] {
  const mark = raw.includes('\t') ? '\t' : ';'
  const cells = raw.match(new RegExp(`(?:"(?:[^"]|"")*"|[^${mark}])*(?:${mark}|$)`, 'g')) ?? []
  return cells.slice(0, 20).map((cell) => {
    const bare = cell.endsWith(mark) ? cell.slice(0, -1) : cell
    const words = bare.replace(/^\s*"([\s\S]*)"\s*$/, '$1').replaceAll('""', '"')
    return words.replace(/[\p{Zs}\uFEFF]+/gu, ' ').trim()
  })
}

function withoutPosition(cells: string[]): string[] {
  const [first = '', second = ''] = cells
  return /^\d{1,4}[.)]?$/.test(first) && /[\p{L}№]/u.test(second) ? cells.slice(1) : cells
}

/** 2026-02-20 or 20.02.2026 as a day of the calendar; null for anything else. */
function dayIn(text: string): string | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const day = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(day)) return null
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day
}
