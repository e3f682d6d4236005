/**
 * Results of a campaign from a table: looked through row by row, written whole or not at all, taken back whole.
 *
 * A result belongs to a person, a direction and an attempt. Consents on paper come with the table where it has their day.
 */
import { eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { consentText } from '#app/domain/accounts/consent-texts.server.ts'
import { openDirection } from '#app/domain/assessment/way/opening.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type Cells, columnsOf, sheetOf } from '#app/domain/columns.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { importRules } from '#app/domain/organisations/import-rules.ts'
import { refuseOpen, signOf } from '#app/domain/organisations/importing.server.ts'
import {
  allRows,
  type ImportRow,
  insertImport,
  type JudgedRow,
  type ListRow,
  lockImport,
  replaceRows,
} from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { resultHeads } from '#content/table-heads.ts'
import {
  assessmentResults,
  consents,
  entrepreneurStatements,
  importRows,
  imports,
  users,
} from '#db/schema/index.ts'
import { isLast, type ReadResult, resultJudge } from './judging-results.ts'
import { knowledgeFor } from './knowing.server.ts'

export const resultFields = Object.keys(resultHeads)

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
  const { head, rows } = sheetOf(table.grid, resultHeads)
  const { rows: most } = content().settings.lists
  if (rows.length === 0) throw new Problem('table-none', {}, 'file')
  if (rows.length > most) throw new Problem('list-long', { most }, 'file')
  const settings = { day, maximum: String(table.maximum), part: table.part }
  return atomically(ctx, async (ctx) => {
    const about = { directionId, settings, head, columns: columnsOf(head, resultHeads) }
    return insertImport(ctx, { kind: 'results', name: table.name, ...about }, await judge(ctx, about, rows))
  })
}

/** Reads the rows anew with other columns. */
export async function remapResults(
  ctx: ActingCtx,
  id: string,
  columns: Record<string, number>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockImport(ctx, id)
    await ctx.db.update(imports).set({ columns }).where(eq(imports.id, id))
    await replaceRows(ctx, id, await judge(ctx, { ...one, columns }, await allRows(ctx, id)))
  })
}

/** Writes the table whole. Problems: stale, import-undecided, import-rejected, import-changed, import-twice. */
export async function commitResults(
  ctx: ActingCtx,
  id: string,
  { seen, leave }: { seen: number; leave: boolean },
): Promise<void> {
  try {
    await atomically(ctx, async (ctx) => {
      const one = await lockImport(ctx, id, { seen })
      const rows = await allRows(ctx, id)
      refuseOpen(rows, leave)
      // nobody is entered meanwhile: what was compared is what is written
      await ctx.db.execute(sql`lock table assessment_results, applications in share row exclusive mode`)
      const now = await judge(ctx, one, rows)
      if (now.some((row, at) => signOf(row) !== signOf(rows[at]))) throw new Problem('import-changed')
      await write(ctx, one, rows)
    })
  } catch (error) {
    if (error instanceof Problem && error.code === 'import-changed') await rejudge(ctx, id)
    throw error
  }
}

/** Takes the results of the table back; consents on paper stay, the papers are there. Problem('results-used') after an order. */
export async function undoResults(ctx: ActingCtx, id: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { directionId } = await lockImport(ctx, id, { states: ['done'] })
    const used = await ctx.db.execute(sql`select from assessment_results r
      join candidates c on c.person_id = r.person_id and c.removed_at is null
      join candidate_lists l on l.id = c.list_id and l.state in ('ready', 'registered') and l.discarded_at is null
      join direction_versions v on v.id = l.direction_version_id
      where r.import_id = ${id} and v.direction_id = ${directionId} limit 1`)
    if (used.length > 0) throw new Problem('results-used')
    await ctx.db
      .update(assessmentResults)
      .set({ withdrawnAt: ctx.now, withdrawnById: ctx.actor.personId })
      .where(sql`${assessmentResults.importId} = ${id} and ${assessmentResults.withdrawnAt} is null`)
    // what was said of the rows before they were written goes with them
    await ctx.db.update(importRows).set({ reasons: [] }).where(eq(importRows.importId, id))
    const undone = { state: 'undone' as const, undoneById: ctx.actor.personId, undoneAt: ctx.now, reason }
    await ctx.db.update(imports).set(undone).where(eq(imports.id, id))
    await record(ctx, 'import.undone', { kind: 'import', id })
  })
}

async function rejudge(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockImport(ctx, id)
    await replaceRows(ctx, id, await judge(ctx, one, await allRows(ctx, id)))
  })
}

async function judge(
  ctx: ActingCtx,
  list: Pick<ImportRow, 'directionId' | 'settings' | 'columns'>,
  rows: readonly { at: number; cells: readonly string[] }[],
): Promise<JudgedRow[]> {
  const judgeRow = resultJudge(await knowledgeFor(ctx, list, rows))
  return rows.map(({ at, cells }) => {
    const { read, matches, ...verdict } = judgeRow(at, (field) => cells[list.columns[field] ?? -1] ?? '')
    return {
      ...{ at, cells: [...cells], ...verdict, read: { ...read } },
      matches: matches as unknown as JudgedRow['matches'],
    }
  })
}

async function write(ctx: ActingCtx, one: ImportRow, rows: readonly ListRow[]): Promise<void> {
  const { people } = await knowledgeFor(ctx, one, rows)
  const known = new Map(people.map((person) => [person.id, person]))
  const written = rows.flatMap((row) => {
    if (row.verdict === 'rejected' || row.choice === 'skip') return []
    const person = known.get(row.choice ?? String(row.matches[0]?.id ?? ''))
    if (!person) throw new Problem('import-undecided', { rows: 1 })
    return [{ at: row.at, person, read: row.read as unknown as ReadResult }]
  })
  refuseDoubles(written)
  const fresh = written.filter(({ person, read }) => !isLast(person, read))
  const by = { enteredById: ctx.actor.personId, enteredAt: ctx.now }
  const { version, body } = consentText('processing')
  const papers = written.filter(({ person, read }) => !person.consent && read.consentDay !== null)
  await inChunks(papers, (part) =>
    ctx.db.insert(consents).values(
      part.map(({ person, read }) => ({
        ...{
          id: uuidv7(),
          personId: person.id,
          kind: 'processing' as const,
          version,
          textSha256: sha256(body),
        },
        ...{ givenAt: ctx.now, signedOn: read.consentDay, enteredById: ctx.actor.personId },
      })),
    ),
  )
  await inChunks(
    written.filter(({ read }) => read.entrepreneur !== null),
    (part) =>
      ctx.db.insert(entrepreneurStatements).values(
        part.map(({ person, read }) => ({
          ...{ personId: person.id, entrepreneur: read.entrepreneur === true, day: ctx.actor.today, ...by },
        })),
      ),
  )
  await inChunks(fresh, (part) =>
    ctx.db.insert(assessmentResults).values(
      part.map(({ person, read: { consentDay: _, entrepreneur: __, ...read } }) => ({
        ...{
          id: uuidv7(),
          personId: person.id,
          directionId: one.directionId ?? '',
          importId: one.id,
          ...read,
        },
        ...{ attempt: person.attempts + 1, ...by },
      })),
    ),
  )
  await finish(ctx, one, { written, fresh })
}

type Written = { at: number; person: { id: string }; read: ReadResult }

async function finish(
  ctx: ActingCtx,
  one: ImportRow,
  { written, fresh }: Record<'written' | 'fresh', Written[]>,
) {
  const added = new Set(fresh.map(({ at }) => at))
  const made = JSON.stringify(
    written.map(({ at, person }) => ({ at, id: person.id, made: { added: added.has(at) } })),
  )
  await ctx.db.execute(sql`update import_rows r set object_id = x.id, made = x.made
    from jsonb_to_recordset(${made}::jsonb) as x(at int, id uuid, made jsonb)
    where r.import_id = ${one.id} and r.at = x.at`)
  // points leave the rows with the words: they stand in the results, under their reach
  await ctx.db.execute(
    sql`update import_rows set cells = '{}', reasons = '[]', read = '{}', matches = '[]' where import_id = ${one.id}`,
  )
  await ctx.db.update(imports).set({ state: 'done', doneAt: ctx.now }).where(eq(imports.id, one.id))
  await record(ctx, 'import.done', { kind: 'import', id: one.id }, { rows: fresh.length })
  const ids = fresh.map(({ person }) => person.id)
  if (ids.length === 0) return
  const here = await ctx.db.select({ id: users.personId }).from(users).where(inArray(users.personId, ids))
  const notice = { objectKind: 'import', objectId: one.id, address: '/cabinet/applications', facts: {} }
  await notifyAll(
    ctx,
    here.map(({ id }) => id),
    'result.imported',
    notice,
  )
}

/** Two rows that people took for one person would be two attempts. */
function refuseDoubles(rows: readonly Written[]): void {
  const seen = new Map<string, number>()
  for (const { at, person } of rows) {
    const above = seen.get(person.id)
    if (above !== undefined) throw new Problem('import-twice', { line: at, above })
    seen.set(person.id, at)
  }
}

async function inChunks<T>(rows: readonly T[], run: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await run(rows.slice(at, at + 500))
}
