/**
 * Organisations of a municipality from a list: looked through against the directory, written whole or not at all, and
 * taken back whole.
 */
import { eq, isNull, sql } from 'drizzle-orm'
import { type Cells, columnsOf, sheetOf } from '#app/domain/columns.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { organisationHeads } from '#content/organisation-words.ts'
import { importRows, imports, municipalities, organisations } from '#db/schema/index.ts'
import {
  allRows,
  type ImportRow,
  insertImport,
  type JudgedRow,
  type ListRow,
  lockImport,
  replaceRows,
} from './imports.server.ts'
import { judgeOf } from './judging.ts'
import { newCode } from './keeping.server.ts'
import { organisationRules } from './rules.ts'
import { writeRow } from './writing.server.ts'

export const organisationFields = Object.keys(organisationHeads)

/** Opens an import of the grid; returns its id. Problems at `file`: table-columns, list-long; at `municipality`: required. */
export async function openOrganisations(
  ctx: ActingCtx,
  { name, grid, municipality }: { name: string; grid: Cells; municipality: string },
): Promise<string> {
  const [place] = await ctx.db.select().from(municipalities).where(eq(municipalities.code, municipality))
  if (!place) throw new Problem('required', {}, 'municipality')
  authorize(organisationRules.import, ctx.actor, { municipalityId: place.id })
  const { head, rows } = sheetOf(grid, organisationHeads)
  const columns = columnsOf(head, organisationHeads)
  if (rows.length === 0) throw new Problem('table-none', {}, 'file')
  const { rows: most } = content().settings.lists
  if (rows.length > most) throw new Problem('list-long', { most }, 'file')
  return atomically(ctx, async (ctx) => {
    const judged = await judge(ctx, { municipalityId: place.id, columns }, rows)
    const about = {
      kind: 'organisations' as const,
      name,
      municipalityId: place.id,
      settings: {},
      head,
      columns,
    }
    return insertImport(ctx, about, judged)
  })
}

/** Reads the rows anew with other columns. */
export async function remapOrganisations(
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

/**
 * Writes the list whole. Problems: stale, import-undecided, import-rejected (rows that cannot be written and that
 * nobody agreed to leave out), import-changed (the directory has changed since the rows were looked through: they are
 * judged anew and shown again).
 */
export async function commitOrganisations(
  ctx: ActingCtx,
  id: string,
  { seen, leave }: { seen: number; leave: boolean },
): Promise<void> {
  try {
    await atomically(ctx, (ctx) => commit(ctx, id, { seen, leave }))
  } catch (error) {
    if (error instanceof Problem && error.code === 'import-changed') await rejudge(ctx, id)
    throw error
  }
}

async function commit(ctx: ActingCtx, id: string, { seen, leave }: { seen: number; leave: boolean }) {
  const one = await lockImport(ctx, id, { seen })
  authorize(organisationRules.import, ctx.actor, { municipalityId: one.municipalityId ?? '' })
  // Nobody adds or changes a card meanwhile: what was compared is what is written.
  await ctx.db.execute(sql`lock table organisations in share row exclusive mode`)
  const rows = await allRows(ctx, id)
  refuseOpen(rows, leave)
  const now = await judge(ctx, one, rows)
  if (now.some((row, at) => signOf(row) !== signOf(rows[at]))) throw new Problem('import-changed')
  let next = Number((await newCode(ctx)).slice('org-'.length))
  for (const row of rows) {
    if (row.verdict === 'rejected' || row.choice === 'skip') continue
    const made = await writeRow(ctx, one, row, () => `org-${next++}`)
    await ctx.db
      .update(importRows)
      .set({ objectId: made.id, made: made.kept })
      .where(sql`${importRows.importId} = ${id} and ${importRows.at} = ${row.at}`)
  }
  await ctx.db.update(imports).set({ state: 'done', doneAt: ctx.now }).where(eq(imports.id, id))
  await record(ctx, 'import.done', { kind: 'import', id }, { rows: rows.length })
}

/** Refuses a list on which something is still to be decided. */
export function refuseOpen(rows: readonly Pick<ListRow, 'verdict' | 'choice'>[], leave: boolean): void {
  const undecided = rows.filter((row) => row.verdict === 'probable' && row.choice === null).length
  if (undecided > 0) throw new Problem('import-undecided', { rows: undecided })
  const rejected = rows.filter((row) => row.verdict === 'rejected').length
  if (rejected > 0 && !leave) throw new Problem('import-rejected', { rows: rejected }, 'leave')
  if (rows.every((row) => row.verdict === 'rejected' || row.choice === 'skip'))
    throw new Problem('import-nothing')
}

/** What a row is, as far as a decision rests on it. */
export function signOf(row: Pick<JudgedRow, 'verdict' | 'matches'> | undefined): string {
  return JSON.stringify([row?.verdict, row?.matches.map((match) => match.id)])
}

async function rejudge(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockImport(ctx, id)
    await replaceRows(ctx, id, await judge(ctx, one, await allRows(ctx, id)))
  })
}

async function judge(
  ctx: Ctx,
  { municipalityId, columns }: Pick<ImportRow, 'municipalityId' | 'columns'>,
  rows: readonly { at: number; cells: readonly string[] }[],
): Promise<JudgedRow[]> {
  const cards = await ctx.db
    .select({
      ...{ id: organisations.id, code: organisations.code, name: organisations.name },
      ...{ shortName: organisations.shortName, type: organisations.type, inn: organisations.inn },
      ...{ aliases: organisations.aliases, municipalityId: organisations.municipalityId },
      closed: sql<boolean>`coalesce(upper(${organisations.during}) <= ${ctx.actor?.today ?? null}::date, false)`,
    })
    .from(organisations)
    .where(isNull(organisations.mergedIntoId))
  const place = await placeWord(ctx, municipalityId)
  const judgeRow = judgeOf(municipalityId ?? '', cards)
  return rows.map(({ at, cells }) => {
    const cell = (field: string) => cells[columns[field] ?? -1] ?? ''
    const { verdict, reasons, read, matches, differs } = judgeRow(at, cell)
    const said = cell('municipality').toLowerCase().replaceAll('ё', 'е').slice(0, 6)
    const foreign = said !== '' && verdict !== 'rejected' && !place.includes(said)
    return {
      ...{
        at,
        cells: [...cells],
        read: { ...read, differs },
        matches: matches as unknown as JudgedRow['matches'],
      },
      verdict: foreign ? 'rejected' : verdict,
      reasons: foreign ? [{ code: 'place', facts: { name: cell('municipality') } }] : reasons,
    }
  })
}

async function placeWord(ctx: Ctx, id: string | null): Promise<string> {
  const [row] = await ctx.db
    .select()
    .from(municipalities)
    .where(eq(municipalities.id, id ?? ''))
  return found(row).name.toLowerCase().replaceAll('ё', 'е')
}
