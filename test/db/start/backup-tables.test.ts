/** A copy holds every table of both bases: the catalogue of PostgreSQL says which there are, not our own list. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { backup } from '#db/backup/backup.ts'
import { restore } from '#db/backup/restore.ts'
import { connect } from '#db/client.ts'
import { copyTemplate, test } from '#test/support/database.ts'

test('no table and no written column is left out of a copy, and what is in it comes back', async ({
  database,
  given,
}) => {
  const draft = await given.discussed()
  await given.remark(draft)
  const { sql } = database.owner
  const columns = await sql<{ name: string }[]>`
    select c.table_schema || '.' || c.table_name || '.' || c.column_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'closed') and c.is_generated = 'NEVER'`
  const expected = columns.map(({ name }) => name).sort()
  expect(expected.length).toBeGreaterThan(200)

  const folder = mkdtempSync(join(tmpdir(), 'rses-backup-tables-'))
  const { ownerUrl, drop } = await copyTemplate()
  const target = connect(ownerUrl)
  try {
    const file = join(folder, 'copy.rses')
    const manifest = await backup({ ownerUrl: database.ownerUrl, dataDir: join(folder, 'from') }, file)
    const copied = manifest.tables.flatMap(({ schema, table, columns }) =>
      columns.map((column) => `${schema}.${table}.${column}`),
    )
    expect(copied.sort()).toEqual(expected)

    await restore({ ownerUrl, dataDir: join(folder, 'to') }, file)
    for (const table of [
      'remarks',
      'anchors',
      'resolutions',
      'versions',
      'blocks',
      'stages',
      'log_entries',
    ]) {
      const count = async (of: typeof sql) =>
        (await of.unsafe(`select count(*)::int as n from ${table}`))[0]?.n
      expect([table, await count(target.sql)]).toEqual([table, await count(sql)])
      expect(await count(sql)).toBeGreaterThan(0)
    }
  } finally {
    await target.end()
    await drop()
    rmSync(folder, { recursive: true })
  }
})
