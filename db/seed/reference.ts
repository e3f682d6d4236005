/**
 * Reference data of content/, loaded by stable code: what is new is added, what is known stays as the site has it.
 *
 * After the first loading the rows are the truth (design law 10), so a file that differs from them is only reported.
 */
import { getTableColumns, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { uuidv7 } from 'uuidv7'
import type { Content } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import { assignments, municipalities, organisations, subjects, successions } from '#db/schema/index.ts'
import { days } from './chance.ts'

export type Say = (line: string) => void
type Coded = PgTable & { code: AnyPgColumn }

/** Adds the rows whose code is new and says where the others differ in `compared`; returns the codes that were added. */
export async function addByCode<T extends Coded>(
  db: Db,
  {
    table,
    name,
    rows,
    compared,
  }: { table: T; name: string; rows: (T['$inferInsert'] & { code: string })[]; compared: string[] },
  say: Say,
): Promise<Set<string>> {
  const columns = getTableColumns(table) as Record<string, AnyPgColumn>
  const known = (await db.select(columns).from(table as PgTable)) as Record<string, unknown>[]
  const byCode = new Map(known.map((row) => [row.code as string, row]))
  const fresh = rows.filter((row) => !byCode.has(row.code))
  for (const row of rows) {
    const before = byCode.get(row.code)
    const fields = before ? compared.filter((field) => differs(before[field], Reflect.get(row, field))) : []
    if (fields.length > 0) say(`${name}: ${row.code} differs in ${fields.join(', ')}; the site's row stays`)
  }
  for (let i = 0; i < fresh.length; i += 500)
    await db.insert(table).values(fresh.slice(i, i + 500) as T['$inferInsert'][])
  return new Set(fresh.map((row) => row.code))
}

/** Municipalities, organisations with their parents and predecessors, and who is coordinator and operator since when. */
export async function loadOrganisations(db: Db, content: Content, say: Say): Promise<void> {
  await addByCode(
    db,
    {
      table: municipalities,
      name: 'municipalities',
      rows: content.municipalities.map(({ code, name, kind }, position) => ({ code, name, kind, position })),
      compared: ['name', 'kind'],
    },
    say,
  )
  const rows = content.organisations.map((one) => ({
    ...{ code: one.code, name: one.name, shortName: one.shortName, type: one.type, tier: one.tier },
    ...{ aliases: one.aliases, during: days('1900-01-01', one.closed), source: 'content' as const },
  }))
  const added = await addByCode(
    db,
    { table: organisations, name: 'organisations', rows, compared: ['name', 'shortName', 'type', 'tier'] },
    say,
  )
  await linkOrganisations(db, content, added)
  await loadAssignments(db, content)
}

async function linkOrganisations(db: Db, content: Content, added: ReadonlySet<string>) {
  for (const one of content.organisations.filter(({ code }) => added.has(code))) {
    await db.execute(sql`update ${organisations} set
      parent_id = (select id from ${organisations} where code = ${one.parent ?? null}) where code = ${one.code}`)
    for (const { organisation, until } of one.predecessors)
      await db.execute(sql`insert into ${successions} (id, predecessor_id, successor_id, day)
        select ${uuidv7()}, b.id, a.id, ${until} from ${organisations} b, ${organisations} a
        where b.code = ${organisation} and a.code = ${one.code} on conflict do nothing`)
  }
}

async function loadAssignments(db: Db, content: Content) {
  const known = await db.select({ id: organisations.id, code: organisations.code }).from(organisations)
  const ids = new Map(known.map(({ id, code }) => [code, id]))
  const papers = new Map(content.documents.map((paper) => [paper.code, paper]))
  for (const { role, organisation, from, to, basis } of content.instance.assignments) {
    const paper = basis ? papers.get(basis) : undefined
    const ground = paper
      ? `«${paper.title}» от ${paper.date.split('-').reverse().join('.')} № ${paper.number}`
      : organisation
    await db
      .insert(assignments)
      .values({ duty: role, organisationId: ids.get(organisation) ?? '', during: days(from, to), ground })
      .onConflictDoNothing()
  }
}

/**
 * How posts tell subjects, as content has it now; where that changed, who is listed under which is worked out anew.
 * Unlike the rest these are words of the program: the site never changes them.
 */
export async function loadSubjects(db: Db, content: Content): Promise<void> {
  const rows = content.subjects.map(({ code, posts }) => ({ code, pattern: patternOf(posts) }))
  const known = await db.select().from(subjects)
  const told = (list: typeof rows) => JSON.stringify(list.map((row) => [row.code, row.pattern]).sort())
  if (told(known) === told(rows)) return
  await db.delete(subjects)
  await db.insert(subjects).values(rows)
  await db.execute(sql`select relist(array_agg(distinct person_id)) from employments`)
}

/** Whole words, or their beginnings where a star stands, anywhere in a post. */
function patternOf(posts: readonly string[]): string {
  const words = posts.map((post) => (post.endsWith('*') ? post.slice(0, -1) : `${post}\\M`))
  return `\\m(${words.join('|')})`
}

function differs(before: unknown, after: unknown): boolean {
  return after !== undefined && JSON.stringify(before) !== JSON.stringify(after)
}
