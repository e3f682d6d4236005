/**
 * Steps of every list that comes from a paper: read, judged row by row, judged anew with other columns, written whole or
 * not at all. What a row means, what is held meanwhile and what is written is the room's.
 */
import { eq } from 'drizzle-orm'
import { type Cells, columnsOf, sheetOf } from '#app/domain/columns.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { imports } from '#db/schema/index.ts'
import {
  allRows,
  type ImportRow,
  insertImport,
  type JudgedRow,
  type ListRow,
  lockImport,
  replaceRows,
} from './imports.server.ts'

/** What a judge asks of a list; before it is kept there is no more. */
export type ListAbout = Pick<ImportRow, 'settings' | 'columns'> &
  Partial<Pick<ImportRow, 'municipalityId' | 'orderId' | 'directionId' | 'organisationId'>>

export type Line = { at: number; cells: readonly string[] }

export interface ListKind {
  kind: ImportRow['kind']
  heads: Readonly<Record<string, RegExp>>
  judge(ctx: ActingCtx, about: ListAbout, rows: readonly Line[]): Promise<JudgedRow[]>
}

export interface WrittenAtOnce extends ListKind {
  /** nobody changes what was compared until it is written */
  hold(ctx: ActingCtx, one: ImportRow, rows: readonly ListRow[]): Promise<void>
  write(ctx: ActingCtx, one: ImportRow, rows: readonly ListRow[]): Promise<void>
}

/** Opens a list of the grid; returns its id. Problems at `file`: table-none, list-long. */
export async function openList(
  ctx: ActingCtx,
  { kind, heads, judge }: ListKind,
  { name, grid, ...about }: { name: string; grid: Cells } & Omit<ListAbout, 'columns'>,
): Promise<string> {
  const { head, rows } = sheetOf(grid, heads)
  const { rows: most } = content().settings.lists
  if (rows.length === 0) throw new Problem('table-none', {}, 'file')
  if (rows.length > most) throw new Problem('list-long', { most }, 'file')
  const read = { ...about, head, columns: columnsOf(head, heads) }
  return atomically(ctx, async (ctx) =>
    insertImport(ctx, { kind, name, ...read }, await judge(ctx, read, rows)),
  )
}

/** Reads the rows anew with other columns. */
export async function remapList(
  ctx: ActingCtx,
  { judge }: ListKind,
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
 * nobody agreed to leave out), import-changed (something has changed since the rows were looked through: they are
 * judged anew and shown again).
 */
export async function commitList(
  ctx: ActingCtx,
  list: WrittenAtOnce,
  id: string,
  { seen, leave }: { seen: number; leave: boolean },
): Promise<void> {
  try {
    await atomically(ctx, async (ctx) => {
      const one = await lockImport(ctx, id, { seen })
      const rows = await allRows(ctx, id)
      refuseOpen(rows, leave)
      await list.hold(ctx, one, rows)
      refuseChanged(await list.judge(ctx, one, rows), rows)
      await list.write(ctx, one, rows)
    })
  } catch (error) {
    if (error instanceof Problem && error.code === 'import-changed') await rejudge(ctx, list, id)
    throw error
  }
}

/** Refuses rows that would be judged otherwise now. */
export function refuseChanged(now: readonly JudgedRow[], rows: readonly ListRow[]): void {
  if (now.some((row, at) => signOf(row) !== signOf(rows[at]))) throw new Problem('import-changed')
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
function signOf(row: Pick<JudgedRow, 'verdict' | 'matches'> | undefined): string {
  return JSON.stringify([row?.verdict, row?.matches.map((match) => match.id)])
}

async function rejudge(ctx: ActingCtx, { judge }: ListKind, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockImport(ctx, id)
    await replaceRows(ctx, id, await judge(ctx, one, await allRows(ctx, id)))
  })
}
