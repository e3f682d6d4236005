/** A row of a list as a card: a new one, or one that is put right; and the way back. */
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { codeOf } from '#db/failure.ts'
import { imports, organisationChanges, organisations } from '#db/schema/index.ts'
import { allRows, type ImportRow, type ListRow, lockImport } from './imports.server.ts'
import type { ReadOrganisation } from './judging.ts'
import { keepChange, lockOrganisation } from './keeping.server.ts'

interface Made {
  id: string
  kept: { added: true } | { before: Record<string, unknown>; after: Record<string, unknown> }
}

/** Writes a row that is not left out; `code` gives the address of a new card. */
export async function writeRow(
  ctx: ActingCtx,
  list: ImportRow,
  row: ListRow,
  code: () => string,
): Promise<Made> {
  const read = row.read as unknown as ReadOrganisation
  const asNew = row.choice === 'new' || row.verdict === 'new'
  const id = asNew ? null : (row.choice ?? String(row.matches[0]?.id ?? ''))
  return id === null ? add(ctx, list, read, code()) : correct(ctx, list, read, id, row.take)
}

async function add(ctx: ActingCtx, list: ImportRow, read: ReadOrganisation, code: string): Promise<Made> {
  const id = uuidv7()
  const during = `[${read.firstDay ?? '1900-01-01'},${read.lastDay ? `${read.lastDay}]` : ')'}`
  const card = {
    ...{ name: read.name, shortName: read.shortName, type: read.type, inn: read.inn, aliases: read.aliases },
    tier: read.type === 'municipal-authority' ? ('municipal' as const) : ('institutional' as const),
    municipalityId: list.municipalityId,
  }
  await ctx.db.insert(organisations).values({ id, code, ...card, during, source: 'site' })
  await keepChange(ctx, id, 'added', {}, { ...card, during }, list.name, list.id)
  return { id, kept: { added: true } }
}

/** The fields in which the list is right; its spelling of the name is known from now on in any case. */
async function correct(
  ctx: ActingCtx,
  list: ImportRow,
  read: ReadOrganisation,
  id: string,
  take: readonly string[],
): Promise<Made> {
  const card = await lockOrganisation(ctx, id)
  const taken = Object.fromEntries(
    (['name', 'shortName', 'type', 'inn'] as const)
      .filter((field) => take.includes(field) || (field === 'inn' && card.inn === null))
      .map((field) => [field, read[field] ?? card[field]]),
  )
  const own = { ...card, ...taken }
  const spellings = [card.name, card.shortName, read.name, read.shortName, ...read.aliases, ...card.aliases]
  const aliases = [...new Set(spellings)].filter((one) => one !== own.name && one !== own.shortName)
  const after = {
    ...taken,
    aliases: [...card.aliases.filter((one) => aliases.includes(one)), ...added(card.aliases, aliases)],
  }
  const before = Object.fromEntries(Object.keys(after).map((field) => [field, Reflect.get(card, field)]))
  if (JSON.stringify(before) === JSON.stringify(after)) return { id, kept: { before: {}, after: {} } }
  await ctx.db
    .update(organisations)
    .set({ ...after, revision: card.revision + 1 })
    .where(eq(organisations.id, id))
  await keepChange(ctx, id, 'edited', before, after, list.name, list.id)
  return { id, kept: { before, after } }
}

const added = (known: readonly string[], all: readonly string[]) => all.filter((one) => !known.includes(one))

/**
 * Takes the whole list back: new cards go, changed ones say again what they said. Problems, and nothing is changed:
 * import-used (somebody speaks of a card that would go), import-since (a card was changed after the list).
 */
export async function undoOrganisations(ctx: ActingCtx, id: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockImport(ctx, id, { states: ['done'] })
    for (const row of (await allRows(ctx, id)).reverse()) {
      if (!row.objectId || !row.made) continue
      if (row.made.added) await remove(ctx, row.objectId)
      else await restore(ctx, id, row.objectId, row.made as { before: object; after: object })
    }
    await ctx.db
      .update(imports)
      .set({ state: 'undone', undoneById: ctx.actor.personId, undoneAt: ctx.now, reason })
      .where(eq(imports.id, id))
    await record(ctx, 'import.undone', { kind: 'import', id })
  })
}

async function remove(ctx: ActingCtx, id: string) {
  const card = await lockOrganisation(ctx, id)
  await ctx.db.delete(organisationChanges).where(eq(organisationChanges.organisationId, id))
  try {
    await ctx.db.transaction((tx) => tx.delete(organisations).where(eq(organisations.id, id)))
  } catch (error) {
    if (codeOf(error) === '23503') throw new Problem('import-used', { name: card.shortName })
    throw error
  }
  // A grant names its scope without a key of the base.
  const [held] = await ctx.db.execute(
    sql`select 1 from grants where scope_kind = 'organisation' and scope_id = ${id} limit 1`,
  )
  if (held) throw new Problem('import-used', { name: card.shortName })
}

async function restore(
  ctx: ActingCtx,
  importId: string,
  id: string,
  { before, after }: { before: object; after: object },
) {
  if (Object.keys(after).length === 0) return
  const card = await lockOrganisation(ctx, id)
  const since = Object.entries(after).some(
    ([field, value]) => JSON.stringify(Reflect.get(card, field)) !== JSON.stringify(value),
  )
  if (since) throw new Problem('import-since', { name: card.shortName })
  await ctx.db
    .update(organisations)
    .set({ ...before, revision: card.revision + 1 })
    .where(eq(organisations.id, id))
  await keepChange(ctx, id, 'edited', { ...after }, { ...before }, '', importId)
}
