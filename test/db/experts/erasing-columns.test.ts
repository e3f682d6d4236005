/**
 * No table is forgotten by an erasing: every column of words is classified by hand, and what is classified as erased is
 * spoken of by the functions that erase, or goes with a row that they delete.
 */
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { test } from '#test/support/database.ts'

const columns = z.array(z.string()).default([])
const Classes = z.record(z.string(), z.strictObject({ erased: columns, kept: columns, plain: columns }))
const classes = Classes.parse(parse(readFileSync('test/support/erasure-columns.yaml', 'utf8')))

/** Rows that go with a row of the first table, by the database itself. */
const follows: Record<string, string> = { listings: 'people' }

async function wordsOf(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.execute<{ of: string; name: string }>(sql`
    select case when c.table_schema = 'public' then '' else c.table_schema || '.' end || c.table_name as of, c.column_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and table_schema in ('public', 'closed')
      and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea')
        or c.udt_name in ('_text', '_varchar', '_jsonb', 'name')) order by 1, c.ordinal_position`)
  const found = new Map<string, string[]>()
  for (const { of, name } of rows) found.set(of, [...(found.get(of) ?? []), name])
  return found
}

test('every column of words says what an erasing by law does with it', async ({ db }) => {
  const found = await wordsOf(db)
  const unclassified = [...found].flatMap(([table, names]) =>
    names.flatMap((name) => {
      const { erased = [], kept = [], plain = [] } = classes[table] ?? {}
      const times = [...erased, ...kept, ...plain].filter((one) => one === name).length
      return times === 1 ? [] : [`${table}.${name}: ${times} times`]
    }),
  )
  expect(unclassified).toEqual([])
  const gone = Object.entries(classes).flatMap(([table, { erased, kept, plain }]) =>
    [...erased, ...kept, ...plain]
      .filter((name) => !found.get(table)?.includes(name))
      .map((name) => `${table}.${name}`),
  )
  expect(gone).toEqual([])
})

test('what is classified as erased is erased by the database', async ({ db }) => {
  const functions = await db.execute<{ body: string }>(
    sql`select prosrc as body from pg_proc where proname like 'erase\_%' and pronamespace = 'public'::regnamespace`,
  )
  const body = functions.map((one) => one.body).join('\n')
  const cascades = await db.execute<{ child: string; parent: string }>(sql`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
    where contype = 'f' and confdeltype = 'c'`)
  const deleted = (table: string): boolean =>
    new RegExp(`delete from ${table.replace('.', '\\.')}\\b`, 'i').test(body) ||
    cascades.some(({ child, parent }) => child === table && child !== parent && deleted(parent))
  const blanked = (table: string, column: string) =>
    [...body.matchAll(new RegExp(`update ${table} \\w+ set ([^;]*?)(?: where | from |;)`, 'gis'))].some(
      ([, set]) => new RegExp(`\\b${column} = `, 'i').test(set ?? ''),
    )
  const left = Object.entries(classes).flatMap(([table, { erased }]) =>
    erased
      .filter((column) => column !== 'name_norm' && !follows[table])
      .filter((column) => !deleted(table) && !blanked(table, column))
      .map((column) => `${table}.${column}`),
  )
  expect(left).toEqual([])
})
