/** The tables of an instance, as the catalogue knows them: what a copy holds and what a restore fills. */
import type postgres from 'postgres'
import type { CopiedTable, Manifest } from './manifest.ts'

type Reader = postgres.Sql | postgres.TransactionSql
export type Table = Pick<CopiedTable, 'schema' | 'table' | 'columns'>

/** Tables of both bases with the columns that hold data; generated columns are made anew. The job queue's own are not ours. */
export async function tablesOf(sql: Reader): Promise<Table[]> {
  return sql<Table[]>`
    select n.nspname as schema, c.relname as table,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname in ('public', 'closed') and c.relkind = 'r'
    group by 1, 2 order by 1, 2`
}

export async function sequencesOf(sql: Reader): Promise<Manifest['sequences']> {
  const names = await sql<{ schema: 'public' | 'closed'; name: string }[]>`
    select schemaname as schema, sequencename as name from pg_sequences
    where schemaname in ('public', 'closed') order by 1, 2`
  return Promise.all(
    names.map(async ({ schema, name }) => {
      const [row] = await sql.unsafe(
        `select last_value::text as value, is_called as called from ${schema}."${name}"`,
      )
      return { schema, name, value: String(row?.value), called: row?.called === true }
    }),
  )
}

/** The last seal, or null in an instance where nothing has been sealed. */
export async function logHead(sql: Reader): Promise<Manifest['log']> {
  const [head] = await sql<{ seq: number; hash: string }[]>`
    select seq::float8 as seq, hash from public.log_seals order by log_seals.seq desc limit 1`
  return head ?? null
}

/** The table for use in SQL, quoted. */
export const nameOf = ({ schema, table }: Pick<Table, 'schema' | 'table'>) => `${schema}."${table}"`

export const columnsOf = ({ columns }: Pick<Table, 'columns'>) =>
  columns.map((column) => `"${column}"`).join(', ')
