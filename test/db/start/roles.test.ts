import { expect } from 'vitest'
import { grantWeb } from '#db/roles.ts'
import { test } from '#test/support/database.ts'

const rights = (table: string) =>
  `select string_agg(right_name, ' ' order by right_name) as held
     from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as right_name
    where has_table_privilege('rses_web', '${table}', right_name)`

test('the web login is neither superuser nor member of anything', async ({ database }) => {
  const [web] = await database.web.sql`
    select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
      exists (select from pg_auth_members where member = pg_roles.oid) as member
    from pg_roles where rolname = current_user`
  expect(web).toEqual({
    ...{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, member: false },
  })
  await expect(database.web.sql`set role rses_owner`).rejects.toMatchObject({ code: '42501' })
})

test('the web login cannot even name a closed table', async ({ database }) => {
  const closed = await database.owner.sql`select tablename from pg_tables where schemaname = 'closed'`
  expect(closed.length).toBeGreaterThan(0)
  for (const { tablename } of closed) {
    await expect(database.web.sql.unsafe(`select * from closed.${tablename}`)).rejects.toMatchObject({
      code: '42501',
    })
    const [held] = await database.owner.sql.unsafe(rights(`closed.${tablename}`))
    expect(held?.held, tablename).toBeNull()
  }
})

test('the web login only adds to the log, and never seals it', async ({ database }) => {
  const held = async (table: string) => (await database.owner.sql.unsafe(rights(table)))[0]?.held
  expect(await held('log_entries')).toBe('insert select')
  expect(await held('log_pending')).toBe('select')
  expect(await held('log_seals')).toBe('select')
  expect(await held('people')).toBe('delete insert select update')
})

test('granting again gives back neither the log nor the closed base', async ({ database }) => {
  await grantWeb(database.owner.sql)
  await expect(database.web.sql`delete from log_entries`).rejects.toMatchObject({ code: '42501' })
  await expect(database.web.sql`update log_entries set kind = ''`).rejects.toMatchObject({ code: '42501' })
  await expect(database.web.sql`create table mine (id int)`).rejects.toMatchObject({ code: '42501' })
})

test('Cyrillic has trigrams and Russian order', async ({ database }) => {
  const [found] = await database.web.sql`
    select cardinality(show_trgm('Ельцва')) > 0 as trigrams, 'еж' < 'ёж' collate "ru-x-icu" as jo, lower('ЕЛЬЦОВА') as low`
  expect(found).toEqual({ trigrams: true, jo: true, low: 'ельцова' })
  const names = await database.web
    .sql`select * from unnest(array['яма', 'ёлка', 'ель', 'жук']) as n order by n`
  expect(names.map((row) => row.n)).toEqual(['ёлка', 'ель', 'жук', 'яма'])
})
