/** A known person put right by a list, field by field as was decided; and a whole list of people taken back. */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { allRows, lockImport } from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { codeOf } from '#db/failure.ts'
import { employments, importRows, imports, people } from '#db/schema/index.ts'
import type { ReadPerson } from './judging-people.ts'

/** What a row made, so that it can be taken back. */
export interface Made {
  added?: true
  /** place of work that began by the list */
  work?: string
  /** places of work that it ended: id → days before */
  ended?: Record<string, string>
  /** names before and after */
  before?: Record<string, string>
  after?: Record<string, string>
  /** line of the order */
  item?: string
}

/** Name and work are changed only where the list was said to be right; work is a fact from the day. */
export async function correctPerson(
  ctx: ActingCtx,
  personId: string,
  read: ReadPerson,
  take: readonly string[],
  day: string,
): Promise<Made> {
  const made: Made = {}
  if (take.includes('person')) {
    const [before] = await ctx.db.select().from(people).where(eq(people.id, personId)).for('update')
    if (before) {
      const { familyName, givenName, patronymic } = before
      const after = {
        familyName: read.family,
        givenName: read.given,
        patronymic: read.patronymic || patronymic,
      }
      await ctx.db.update(people).set(after).where(eq(people.id, personId))
      Object.assign(made, { before: { familyName, givenName, patronymic }, after })
    }
  }
  const moves = (take.includes('organisation') || take.includes('post')) && read.placeId && read.post !== ''
  return moves ? { ...made, ...(await beginWork(ctx, personId, read, day)) } : made
}

async function beginWork(
  ctx: ActingCtx,
  personId: string,
  { placeId, post }: ReadPerson,
  day: string,
): Promise<Made> {
  const current = await ctx.db
    .select()
    .from(employments)
    .where(and(eq(employments.personId, personId), sql`${employments.during} @> ${day}::date`))
    .for('update')
  const ended = Object.fromEntries(current.map(({ id, during }) => [id, during]))
  for (const { id } of current)
    await ctx.db
      .update(employments)
      .set({ during: sql`daterange(lower(during), ${day}::date)` as unknown as string })
      .where(eq(employments.id, id))
  const work = uuidv7()
  await ctx.db.insert(employments).values({
    ...{ id: work, personId, organisationId: placeId ?? '', post, during: `[${day},)`, createdAt: ctx.now },
  })
  return { work, ended }
}

/**
 * Takes the whole list back: its lines are no lines of the order any more and their statuses were never right, people
 * who came by it alone are gone, names and places of work are as before. What the site believed meanwhile stays known
 * («по сведениям на»), and so do the people of retracted lines, by number. Problems: import-used, import-since.
 */
export async function undoPeople(ctx: ActingCtx, id: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockImport(ctx, id, { states: ['done'] })
    const rows = (await allRows(ctx, id)).filter((row) => row.objectId && row.made)
    const made = rows.map((row) => ({ personId: row.objectId ?? '', ...(row.made as Made) }))
    await retractLines(
      ctx,
      made.flatMap(({ item }) => item ?? []),
    )
    await removeWorks(ctx, made)
    for (const one of made) await restoreName(ctx, one)
    await removePeople(
      ctx,
      made.flatMap(({ personId, added, item }) => (added && !item ? [personId] : [])),
    )
    // what was said of the rows before they were written goes with them
    await ctx.db.update(importRows).set({ reasons: [] }).where(eq(importRows.importId, id))
    await ctx.db
      .update(imports)
      .set({ state: 'undone', undoneById: ctx.actor.personId, undoneAt: ctx.now, reason })
      .where(eq(imports.id, id))
    await record(ctx, 'import.undone', { kind: 'import', id }, { rows: rows.length })
  })
}

const listed = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`

async function retractLines(ctx: ActingCtx, items: readonly string[]) {
  if (items.length === 0) return
  const now = ctx.now.toISOString()
  const [later] = await ctx.db.execute<{ number: number }>(sql`
    select p.number from people p where p.id in (
      select x.person_id from order_items x where x.amends_id in ${listed(items)} and x.retracted_at is null
      union all select s.person_id from statuses s
        where s.begin_item_id in ${listed(items)} and s.end_item_id is not null and upper_inf(s.known))
    order by p.number limit 1`)
  // whoever takes a list back need not be told a name that the registry hides
  if (later) throw new Problem('import-since', { name: `№\u00a0${later.number}` })
  await ctx.db.execute(sql`update statuses set known = tstzrange(lower(known), greatest(lower(known), ${now}::timestamptz))
    where begin_item_id in ${listed(items)} and upper_inf(known)`)
  await ctx.db.execute(
    sql`update order_items set retracted_at = ${now}::timestamptz where id in ${listed(items)}`,
  )
}

async function removeWorks(ctx: ActingCtx, made: readonly Made[]) {
  const works = made.flatMap(({ work }) => work ?? [])
  await ctx.db.execute(sql`delete from employments where id in ${listed(works)}`)
  for (const [id, during] of made.flatMap(({ ended }) => Object.entries(ended ?? {})))
    await ctx.db.update(employments).set({ during }).where(eq(employments.id, id))
}

async function restoreName(ctx: ActingCtx, { personId, before, after }: Made & { personId: string }) {
  if (!before || !after) return
  const [now] = await ctx.db.select().from(people).where(eq(people.id, personId)).for('update')
  const since = Object.entries(after).some(([field, value]) => now && Reflect.get(now, field) !== value)
  if (since) throw new Problem('import-since', { name: `№\u00a0${now?.number ?? ''}` })
  await ctx.db.update(people).set(before).where(eq(people.id, personId))
}

async function removePeople(ctx: ActingCtx, ids: readonly string[]) {
  if (ids.length === 0) return
  try {
    await ctx.db.transaction((tx) => tx.execute(sql`delete from people where id in ${listed(ids)}`))
  } catch (error) {
    if (codeOf(error) === '23503') throw new Problem('import-people-used')
    throw error
  }
}
