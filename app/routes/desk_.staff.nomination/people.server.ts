/** People of a nomination, from the words that were typed or from a table; and the scan of its letter. */
import type { Nomination } from '#app/domain/assessment/nominees/nominating.server.ts'
import { gridOfLines } from '#app/domain/assessment/nominees/pasted.ts'
import type { NominationValue } from '#app/domain/assessment/way/forms.ts'
import type { Cells } from '#app/domain/columns.ts'
import { Problem } from '#app/domain/problem.ts'
import { readSheet } from '#app/domain/reviews/importing/tables.server.ts'
import { scanIn } from '#app/routes/desk_.applications.$number.paper/scan.server.ts'

/** Problems at `people`: nomination-none; at `list`: those of a table that cannot be read. */
export async function nominationOf(
  value: NominationValue,
  { dataDir, name }: { dataDir: string; name: string },
): Promise<Nomination> {
  const { organisation, direction, letterNumber, letterDay } = value
  const grid = (await listedIn(value.list)) ?? gridOfLines(value.people)
  if (grid.length === 0) throw new Problem('nomination-none', {}, 'people')
  return {
    ...{ organisationId: organisation, versionId: direction, letterNumber, letterDay, name, grid },
    file: await scanIn(value.file, dataDir),
  }
}

async function listedIn(list: File | undefined): Promise<Cells | null> {
  if (!list || list.size === 0) return null
  const sent = { name: list.name, bytes: new Uint8Array(await list.arrayBuffer()) }
  return readSheet(sent).catch((error) => {
    throw error instanceof Problem ? new Problem(error.code, error.facts, 'list') : error
  })
}
