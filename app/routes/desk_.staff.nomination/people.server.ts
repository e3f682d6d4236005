/** People of a nomination, from the words that were typed and from a table; and the scan of its letter. */
import type { NominationValue } from '#app/domain/assessment/way/forms.ts'
import type { Nomination } from '#app/domain/assessment/way/nominating.server.ts'
import { columnsOf, sheetOf } from '#app/domain/columns.ts'
import { Problem } from '#app/domain/problem.ts'
import { readSheet } from '#app/domain/reviews/importing/tables.server.ts'
import { personHeads } from '#content/person-words.ts'

/** Problems at `list`: those of a table that cannot be read. */
export async function nominationOf(value: NominationValue, dataDir: string): Promise<Nomination> {
  const { organisation, direction, letterNumber, letterDay, file } = value
  return {
    ...{ organisationId: organisation, versionId: direction, letterNumber, letterDay },
    people: [value.people, await listedIn(value.list)].filter(Boolean).join('\n'),
    file:
      file && file.size > 0
        ? { dataDir, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        : null,
  }
}

/** One line a row: number and name as the heads say, else the first cells. */
async function listedIn(list: File | undefined): Promise<string> {
  if (!list || list.size === 0) return ''
  const sent = { name: list.name, bytes: new Uint8Array(await list.arrayBuffer()) }
  const grid = await readSheet(sent).catch((error) => {
    throw error instanceof Problem ? new Problem(error.code, error.facts, 'list') : error
  })
  const { head, rows } = sheetOf(grid, personHeads)
  const columns = columnsOf(head, personHeads)
  return rows
    .map(({ cells }) => {
      const cell = (field: string) => cells[columns[field] ?? -1] ?? ''
      const number = /\d+/.exec(cell('number'))?.[0]
      const name =
        cell('fullName') || [cell('family'), cell('given'), cell('patronymic')].filter(Boolean).join(' ')
      const said = [number ? `№ ${number}` : '', name].filter(Boolean).join(' ')
      return said || (cells.find((one) => one !== '') ?? '')
    })
    .join('\n')
}
