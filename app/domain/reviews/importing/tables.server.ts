/** Tables of remarks that were sent: read in the jail, understood outside of it. Nothing of a refused file is kept. */
import { Problem } from '#app/domain/problem.ts'
import { rowsOfTables, type TableRead } from '#app/domain/reviews/tabling.ts'
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
  const { imports, uploads, intakes } = content().settings
  const zip = { entries: imports.entries, bytes: imports.megabytes * 1024 * 1024, ratio: imports.ratio }
  const request: GridRequest = {
    name: file.name,
    limits: {
      megabytes: uploads.maxMegabytes,
      zip,
      rows: intakes.tableRows,
      columns: intakes.tableColumns,
      cell: intakes.cell,
    },
  }
  const { code } = await tableBundle()
  const { seconds, memory: megabytes } = imports
  const result = await inTurn(imports.atOnce, () =>
    runJailed(code, file.bytes, request, { seconds, megabytes }),
  )
  if (result.fault) throw new Problem(result.fault, { seconds }, 'table')
  const answer = JSON.parse(result.output.toString('utf8')) as TableAnswer
  if (!answer.ok) throw new Problem(answer.code, answer.facts, 'table')
  const read = rowsOfTables(answer.grids)
  if (!read || read.rows.length === 0) throw new Problem('table-columns', {}, 'table')
  if (read.rows.length > intakes.rows) throw new Problem('table-many', { most: intakes.rows }, 'table')
  return read
}
