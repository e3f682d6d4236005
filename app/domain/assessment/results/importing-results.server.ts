/**
 * Results of a campaign from a table: looked through row by row, written whole or not at all, taken back whole.
 *
 * A result belongs to a person, a direction and an attempt. Consents on paper come with the table where it has their day.
 */
import { eq, sql } from 'drizzle-orm'
import { withdrawResults } from '#app/domain/assessment/closed-results.server.ts'
import { openDirection } from '#app/domain/assessment/way/opening.server.ts'
import type { Cells } from '#app/domain/columns.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record, recordAll } from '#app/domain/log.server.ts'
import { importRules } from '#app/domain/organisations/import-rules.ts'
import {
  commitList,
  type Line,
  type ListAbout,
  openList,
  type WrittenAtOnce,
} from '#app/domain/organisations/import-steps.server.ts'
import { type JudgedRow, lockImport } from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { resultHeads } from '#content/table-heads.ts'
import { importRows, imports } from '#db/schema/index.ts'
import { resultJudge } from './judging-results.ts'
import { knowledgeFor } from './knowing.server.ts'
import { about, lockPeople, writeResults } from './writing-results.server.ts'

export interface ResultsTable {
  /** name of the campaign */
  name: string
  grid: Cells
  direction: string
  day?: string | undefined
  maximum: number
  part: 'professional' | 'motivation'
}

/** Opens an import; returns its id. Problems: application-direction, table-none, list-long, day-ahead, forbidden. */
export async function openResults(ctx: ActingCtx, table: ResultsTable): Promise<string> {
  const { directionId } = await openDirection(ctx, table.direction)
  authorize(importRules.keep, ctx.actor, { kind: 'results', municipalityId: null, directionId })
  const day = table.day ?? ctx.actor.today
  if (day > ctx.actor.today) throw new Problem('day-ahead', {}, 'firstDay')
  const settings = { day, maximum: String(table.maximum), part: table.part }
  return openList(ctx, resultList, { name: table.name, grid: table.grid, directionId, settings })
}

/** How a table of results is read and written. */
export const resultList: WrittenAtOnce = {
  kind: 'results',
  heads: resultHeads,
  judge,
  async hold(ctx, _, rows) {
    await lockPeople(ctx, rows)
    // nobody is entered meanwhile: what was compared is what is written
    await ctx.db.execute(sql`select closed_lock_results()`)
    await ctx.db.execute(sql`lock table applications in share row exclusive mode`)
  },
  write: writeResults,
}

/** Writes the table whole. Problems: stale, import-undecided, import-rejected, import-changed, import-twice. */
export const commitResults = (ctx: ActingCtx, id: string, how: { seen: number; leave: boolean }) =>
  commitList(ctx, resultList, id, how)

/** Takes the results of the table back; consents on paper stay, the papers are there. Problem('results-used') after an order. */
export async function undoResults(ctx: ActingCtx, id: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { directionId } = await lockImport(ctx, id, { states: ['done'] })
    const used = await ctx.db.execute(sql`select from import_rows r
      join candidates c on c.person_id = r.object_id and c.removed_at is null
      join candidate_lists l on l.id = c.list_id and l.state in ('ready', 'registered') and l.discarded_at is null
      join direction_versions v on v.id = l.direction_version_id
      where r.import_id = ${id} and r.made ->> 'added' = 'true' and v.direction_id = ${directionId} limit 1`)
    if (used.length > 0) throw new Problem('results-used')
    const gone = await withdrawResults(ctx, { import: id })
    const taken = gone.map(({ result, personId }) => about(personId, { result }))
    await recordAll(ctx, 'result.withdrawn', taken)
    // what was said of the rows before they were written goes with them
    await ctx.db.update(importRows).set({ reasons: [] }).where(eq(importRows.importId, id))
    const undone = { state: 'undone' as const, undoneById: ctx.actor.personId, undoneAt: ctx.now, reason }
    await ctx.db.update(imports).set(undone).where(eq(imports.id, id))
    await record(ctx, 'import.undone', { kind: 'import', id })
  })
}

async function judge(ctx: ActingCtx, list: ListAbout, rows: readonly Line[]): Promise<JudgedRow[]> {
  const judgeRow = resultJudge(
    await knowledgeFor(ctx, { ...list, directionId: list.directionId ?? null }, rows),
  )
  return rows.map(({ at, cells }) => {
    const { read, matches, ...verdict } = judgeRow(at, (field) => cells[list.columns[field] ?? -1] ?? '')
    return {
      ...{ at, cells: [...cells], ...verdict, read: { ...read } },
      matches: matches as unknown as JudgedRow['matches'],
    }
  })
}
