/**
 * The contests of the demonstration: one takes works, one has all its works coded and its panels being reckoned.
 *
 * Contests go through the room's own commands; works are rows with small files.
 */
import { and, asc, eq, sql } from 'drizzle-orm'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { castOf, type DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import { contestStories } from '#content/contest-stories.ts'
import type { Db } from '#db/client.ts'
import { contests, grants, instance, organisations } from '#db/schema/index.ts'
import { askBatch } from './batching.server.ts'
import { codeWorks } from './coding.server.ts'
import { changeContest } from './contesting.server.ts'
import { tellAppealed, tellFinished, tellJudged } from './demo-course.server.ts'
import { addWorks, prepare, type Story, staff } from './demo-telling.server.ts'
import { tellAnnounced, tellDrawn } from './lots/demo.server.ts'

const WORKS = 30

/** Tells the stories of contests once. Without demo data, or when they are told, does nothing. */
export async function seedContests(db: Db, dataDir: string | null = null): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: contests.id }).from(contests).limit(1)
  if (!day || told) return
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const cast = await castOf(inside, day)
    const told = await storyOf(inside, day, cast)
    if (!told) return
    const story = { ...told, dataDir }
    await tellFinished(story)
    await tellAppealed(story)
    await tellJudged(story)
    await tellDrawn(story)
    await tellAnnounced(story)
    await tellCoded(story)
    await tellOpen(story)
  })
}

async function storyOf(db: Db, day: string, cast: DemoCast): Promise<Omit<Story, 'dataDir'> | null> {
  const organisationId = cast.organisationIds.get(contestStories().organisation)
  const directions = await db.execute<{ id: string }>(sql`
    select direction_version_id as id from statuses where upper_inf(known) and during @> ${day}::date
    group by 1 order by count(distinct person_id) desc, 1 limit 3`)
  const [own] = await db
    .select({ id: grants.scopeId })
    .from(grants)
    .where(and(eq(grants.personId, cast.actor('school', day).personId), eq(grants.role, 'school')))
  const held = await db.execute<{ id: string }>(sql`
    select direction_version_id as id from statuses where upper_inf(known) and during @> ${day}::date
    and person_id = ${cast.actor('expert', day).personId} order by 1`)
  const others = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.tier, 'institutional'))
    .orderBy(asc(organisations.code))
    .limit(WORKS)
  const schools = [...new Set([...(own?.id ? [own.id] : []), ...others.map(({ id }) => id)])]
  if (!organisationId || directions.length === 0 || schools.length === 0) return null
  const listed = { directions: directions.map(({ id }) => id), expertIn: held.map(({ id }) => id) }
  return { db, day, cast, organisationId, schools, ...listed }
}

async function tellOpen(story: Story) {
  const { number, asked } = await prepare(story, 'open', -12, [-10, 12, 45, 55])
  const closesAt = `${dayAfter(story.day, 19)}T18:00`
  await changeContest(staff(story, -2), number, {
    ...asked,
    closesAt,
    reason: contestStories().change,
    edition: 1,
  })
  await addWorks(story, number, 7, -4, (at) => (at === 0 ? 'draft' : at < 5 ? 'sent' : 'admitted'))
}

async function tellCoded(story: Story) {
  const { number } = await prepare(story, 'coded', -50, [-45, -8, 25, 35])
  await addWorks(story, number, WORKS, -12, () => 'admitted')
  await codeWorks(staff(story, -2), number)
  await askBatch(staff(story, -1), number, { cap: 50, fair: 'on' })
}
