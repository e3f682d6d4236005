/**
 * Who speaks of an organisation: every column of the base that names one, as the catalogue of PostgreSQL knows them,
 * and the scopes of grants. A table that is added tomorrow is moved by a merge without a word here.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'

export interface Reference {
  table: string
  column: string
  /** what tells its rows apart */
  key: string
  /** only rows of this table for which the condition holds speak of organisations */
  where: string
}

// Traces of what was: they name the card that was spoken of then.
const traces = ['organisation_changes', 'organisation_merges']

/** Columns that name an organisation, except its own traces. */
export async function referencesOf(ctx: Ctx): Promise<Reference[]> {
  const rows = await ctx.db.execute<{ table: string; column: string; key: string }>(sql`
    select c.relname as table, a.attname as column, p.attname as key from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute p on p.attrelid = c.oid and p.attnum = i.indkey[0]
    where k.contype = 'f' and k.confrelid = 'organisations'::regclass and cardinality(k.conkey) = 1
      and c.relname not in ${traces}
    order by 1, 2`)
  const keys = [...rows].map((one) => ({ ...one, where: 'true' }))
  return [...keys, { table: 'grants', column: 'scope_id', key: 'id', where: `scope_kind = 'organisation'` }]
}

const nameOf = ({ table, column }: Reference) => `${table}.${column}`
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** How many rows of each column speak of the organisation; columns without any are left out. */
export async function countReferences(ctx: Ctx, id: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const one of await referencesOf(ctx)) {
    const [row] = await ctx.db.execute<{ n: number }>(sql`
      select count(*)::int as n from ${sql.raw(quoted(one.table))}
      where ${sql.raw(quoted(one.column))} = ${id} and ${sql.raw(one.where)}`)
    if (row && row.n > 0) counts.set(nameOf(one), row.n)
  }
  return counts
}

/** Makes every row speak of `to` instead of `from`; returns the ids by column, so that it can be taken back. */
export async function moveReferences(ctx: Ctx, from: string, to: string): Promise<Record<string, string[]>> {
  const moved: Record<string, string[]> = {}
  for (const one of await referencesOf(ctx)) {
    const [table, column] = [sql.raw(quoted(one.table)), sql.raw(quoted(one.column))]
    const rows = await ctx.db.execute<{ id: string }>(sql`
      update ${table} set ${column} = ${to} where ${column} = ${from} and ${sql.raw(one.where)} returning ${sql.raw(quoted(one.key))} as id`)
    if (rows.length > 0) moved[nameOf(one)] = rows.map(({ id }) => id)
  }
  return moved
}

/** Gives rows back to `to`; those that have changed hands since stay where they are. */
export async function returnReferences(
  ctx: Ctx,
  moved: Record<string, string[]>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  for (const one of await referencesOf(ctx)) {
    const ids = moved[nameOf(one)]
    if (!ids) continue
    const [table, column] = [sql.raw(quoted(one.table)), sql.raw(quoted(one.column))]
    await ctx.db.execute(sql`update ${table} set ${column} = ${to}
      where ${column} = ${from} and ${sql.raw(quoted(one.key))} = any (array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid[])`)
  }
}
