/** A list of candidates on the desk of the demonstration: some may be included, some not yet. */
import { eq, sql } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { demoCandidates } from '#content/candidate-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { candidateLists, instance, users } from '#db/schema/index.ts'
import { demoAddress } from '#db/seed/index.ts'
import { addCandidates } from './choosing.server.ts'
import { startList } from './listing.server.ts'

/** Draws it up once. Without demo data, or when it is there, does nothing. */
export async function seedLists(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: candidateLists.id }).from(candidateLists).limit(1)
  if (!day || told) return
  const story = demoCandidates()
  await db.transaction(async (tx) => {
    const ctx = await operatorOn(tx as unknown as Db, dayAfter(day, story.days))
    if (!ctx) return
    const { title, basis } = story
    const direction = await directionCalled(ctx, story.direction)
    const numbers = await outside(ctx, story.direction, story.people.length)
    const id = await startList(ctx, { title, basis, direction, effect: 'approves' })
    const rows = story.people.map(({ points, consent, entrepreneur }, at) =>
      [
        `№ ${numbers[at]}`,
        ...(points === undefined ? ['', '', ''] : [points, 100, dayAfter(day, story.days)]),
        dayAfter(day, consent),
        entrepreneur === undefined ? '' : entrepreneur ? 'да' : 'нет',
      ].join('\t'),
    )
    await addCandidates(ctx, id, rows.join('\n'))
  })
}

async function operatorOn(db: Db, day: string): Promise<ActingCtx | null> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, demoAddress('operator')))
  const actor = user && (await actorOf(db, { userId: user.id }, day))
  const zone = content().instance.timezone
  return actor ? { db, actor, now: new Date(`${day}T07:00:00Z`), zone } : null
}

async function directionCalled(ctx: ActingCtx, code: string): Promise<string> {
  const [row] = await ctx.db.execute<{ id: string }>(sql`
    select v.id from direction_versions v join directions d on d.id = v.direction_id
    join direction_lists l on l.id = v.list_id
    where d.code = ${code} and l.during @> ${ctx.actor.today}::date`)
  if (!row) throw new RangeError(`the demonstration has no direction ${code}`)
  return row.id
}

/** Registry numbers of people without a status in the direction and without an account. */
async function outside(ctx: ActingCtx, code: string, count: number): Promise<number[]> {
  const rows = await ctx.db.execute<{ number: number }>(sql`
    select p.number from people p where not exists (select from users u where u.person_id = p.id)
      and not exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
        join directions d on d.id = v.direction_id where s.person_id = p.id and d.code = ${code})
    order by p.number limit ${count}`)
  return rows.map(({ number }) => number)
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
