/** Tables that were sent, of remarks or of people and organisations: read in the jail, understood outside of it. Nothing of a refused file is kept. */
import { Problem } from '#app/domain/problem.ts'
import { rowsOfTables, type TableRead } from '#app/domain/reviews/intake/tabling.ts'
import { content } from '#content/load.ts'
import type { GridRequest } from './grids.ts'
import { inTurn } from './importing.server.ts'
import { runJailed, tableBundle } from './jail.server.ts'
import type { TableAnswer } from './table-child.ts'

/**
 * The remarks of a DOCX or XLSX. Problems at the field `table`: codes of `Refusal`, table-columns (no table has a
 * place and a remark), table-many (more remarks than one paper may bring).
 */
export async function readTable(file: { name: string; bytes: Uint8Array }): Promise<TableRead> {
  const { intakes } = content().settings
  const { tableRows: rows, tableColumns: columns, cell } = intakes
  const grids = await gridsOf(file, { rows, columns, cell }, 'table')
  const read = rowsOfTables(grids)
  if (!read || read.rows.length === 0) throw new Problem('table-columns', {}, 'table')
  if (read.rows.length > intakes.rows) throw new Problem('table-many', { most: intakes.rows }, 'table')
  return read
}

/**
 * The longest table of a DOCX, XLSX or CSV (or of pasted rows, as a text), a row a line: lists of people, of
 * organisations. Problems at the field `file`: codes of `Refusal`.
 */
export async function readSheet(file: { name: string; bytes: Uint8Array }): Promise<string[][]> {
  const { rows, columns, cell } = content().settings.lists
  const grids = await gridsOf(file, { rows: rows + 100, columns, cell, separated: true }, 'file')
  const longest = grids.reduce((one, other) => (other.length > one.length ? other : one))
  return longest.map((row) => row.map(({ text }) => text))
}

async function gridsOf(
  file: { name: string; bytes: Uint8Array },
  { separated = false, ...most }: { rows: number; columns: number; cell: number; separated?: boolean },
  field: string,
) {
  const { imports, uploads } = content().settings
  const zip = { entries: imports.entries, bytes: imports.megabytes * 1024 * 1024, ratio: imports.ratio }
  const request: GridRequest = {
    name: file.name,
    separated,
    limits: { megabytes: uploads.maxMegabytes, zip, ...most },
  }
  const { code } = await tableBundle()
  const { seconds, memory: megabytes } = imports
  const result = await inTurn(imports.atOnce, () =>
    runJailed(code, file.bytes, request, { seconds, megabytes }),
  )
  if (result.fault) throw new Problem(result.fault, { seconds }, field)
  const answer = JSON.parse(result.output.toString('utf8')) as TableAnswer
  if (!answer.ok) throw new Problem(answer.code, answer.facts, field)
  return answer.grids
}
