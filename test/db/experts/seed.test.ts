import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { seedOwnData } from '#app/domain/experts/correcting/demo.server.ts'
import { demoContent } from '#content/demo.ts'
import { content } from '#content/load.ts'
import { feminine, surnamesOf } from '#db/seed/demo-names.ts'
import { loadReference, seedDemo } from '#db/seed/index.ts'
import { test } from '#test/support/database.ts'

const day = '2026-03-02'

test('reference data is added once; what the site changed is told and stays', async ({ db }) => {
  const said: string[] = []
  const load = () => loadReference({ db, content: content(), say: (line) => said.push(line) })
  const sizes = () =>
    db.execute(sql`select (select count(*) from documents) d, (select count(*) from directions) n,
      (select count(*) from direction_versions) v, (select count(*) from organisations) o, (select count(*) from glossary_terms) g`)
  await load()
  const before = await sizes()
  await load()
  expect(said).toEqual([])
  await db.execute(sql`update organisations set short_name = 'Иначе' where code = 'ministry'`)
  await load()
  expect(said).toEqual([expect.stringContaining('ministry')])
  expect(await sizes()).toEqual(before)
  const [row] = await db.execute(sql`select short_name from organisations where code = 'ministry'`)
  expect(row).toEqual({ short_name: 'Иначе' })
})

test('the older list points at what goes on with it, also where one direction became two', async ({ db }) => {
  const rows = await db.execute<{ code: string; next: string | null; all: string[] | null }>(sql`
    select d.code, nd.code as next, v.details->'replacedBy' as all from direction_versions v
    join directions d on d.id = v.direction_id join direction_lists l on l.id = v.list_id and l.code = '2021'
    left join direction_versions n on n.id = v.replaced_by_id left join directions nd on nd.id = n.direction_id`)
  const next = new Map(rows.map((row) => [row.code, row]))
  expect(next.get('gia')?.next).toBe('gia')
  expect(next.get('subject-competences')?.next).toBe('competences')
  expect(next.get('vpr-diagnostics')?.all).toEqual(['vpr', 'vpr-riko-municipal'])
  expect(next.get('niko')?.next).toBeNull()
})

test('the demo community: its counts on the day of loading, and terms on every side of it', async ({
  db,
}) => {
  await loadReference({ db, content: content(), say: () => {} })
  await seedDemo({ db, content: content(), demoDay: day })
  const [row] = await db.execute<Record<string, number>>(sql`select
    (select count(distinct person_id)::int from statuses where upper_inf(known) and during @> ${day}::date) as experts,
    (select count(*)::int from orders) as orders, (select count(*)::int from users) as users,
    (select count(distinct o.municipality_id)::int from statuses s join employments e on e.person_id = s.person_id
      join organisations o on o.id = e.organisation_id where upper_inf(e.during)) as municipalities,
    (select count(*)::int from organisations where source = 'demo') as organisations,
    (select count(*)::int from statuses where upper_inf(known) and lower(during) > ${day}::date) as ahead,
    (select count(*)::int from statuses where upper_inf(known) and upper(during) <= ${day}::date and end_item_id is null) as expired,
    (select count(*)::int from statuses where upper_inf(known) and end_item_id is not null) as ended,
    (select count(*)::int from people p where not exists (select from disclosures d where d.person_id = p.id)) as hidden`)
  expect(row).toMatchObject({
    experts: 3862,
    municipalities: 43,
    organisations: 900,
    orders: 30,
    users: 15,
    ahead: 48,
  })
  expect(row?.expired).toBeGreaterThan(200)
  expect(row?.ended).toBe(14 + 9 + 20 + 16)
  expect((row?.hidden ?? 0) / 3862).toBeGreaterThan(0.02)
  expect((row?.hidden ?? 0) / 3862).toBeLessThan(0.04)
  const [names] = await db.execute<{ strange: number }>(sql`
    select count(*)::int as strange from organisations where source = 'demo' and short_name not like 'Демо-%'`)
  expect(names?.strange).toBe(0)
  const [soon] = await db.execute<Record<string, number>>(sql`select
    (count(*) filter (where upper(during) <= ${day}::date + 30))::int as month, count(*)::int as quarter
    from statuses where upper_inf(known) and end_item_id is null and upper(during) > ${day}::date
      and upper(during) <= ${day}::date + 90`)
  expect(soon?.month).toBeGreaterThan(5)
  expect(soon?.quarter).toBeGreaterThan(soon?.month ?? 0)

  await seedOwnData(db)
  await seedOwnData(db)
  const [desk] = await db.execute(sql`select
    (select count(*)::int from claims where state = 'open') as claims,
    (select array_agg(kind || ' ' || state order by id) from corrections) as corrections,
    (select array_agg(due_day - ${day}::date order by due_day) from erasures where state = 'open') as erasures`)
  expect(desk).toEqual({
    claims: 2,
    corrections: ['other accepted', 'work open', 'misspelt open', 'name open', 'other open'],
    erasures: [4, 26],
  })
}, 120_000)

test('no combination of surnames gives an official of the sources', () => {
  const { names } = demoContent()
  const hashOf = (word: string) =>
    createHash('sha256')
      .update(`${names.refused.salt}:${word.toLowerCase().replaceAll('ё', 'е')}`)
      .digest('hex')
      .slice(0, 32)
  const surnames = surnamesOf(names)
  expect(surnames.length).toBeGreaterThan(600)
  const refused = new Set(names.refused.hashes)
  expect(surnames.filter((one) => refused.has(hashOf(one)) || refused.has(hashOf(feminine(one))))).toEqual([])
  // The sieve works: a surname put among the refused is no longer given.
  const [first = ''] = surnames
  const stricter = { ...names, refused: { ...names.refused, hashes: [hashOf(feminine(first))] } }
  expect(surnamesOf(stricter)).not.toContain(first)
})
