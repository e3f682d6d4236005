/**
 * The contests of the demonstration: one takes works, one has all its works coded and its panels being reckoned.
 *
 * Contests go through the room's own commands; works are rows, since the demonstration has no files to hand in.
 */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { castOf, ctxAt, type DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import { contestStories } from '#content/contest-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import {
  contestNominations,
  contests,
  grants,
  instance,
  organisations,
  submissions,
} from '#db/schema/index.ts'
import { askBatch } from './batching.server.ts'
import { codeWorks } from './coding.server.ts'
import { announceContest, changeContest, createContest } from './contesting.server.ts'
import { addNomination } from './nominating.server.ts'

const rights = ['contest.edit', 'contest.key']
const WORKS = 30

/** Tells the stories of contests once. Without demo data, or when they are told, does nothing. */
export async function seedContests(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: contests.id }).from(contests).limit(1)
  if (!day || told) return
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const cast = await castOf(inside, day)
    const story = await storyOf(inside, day, cast)
    if (!story) return
    await tellCoded(story)
    await tellOpen(story)
  })
}

type Story = {
  db: Db
  day: string
  cast: DemoCast
  organisationId: string
  directions: string[]
  /** the organisation that the demonstration's school signs in for, then others */
  schools: string[]
}

async function storyOf(db: Db, day: string, cast: DemoCast): Promise<Story | null> {
  const organisationId = cast.organisationIds.get(contestStories().organisation)
  const directions = await db.execute<{ id: string }>(sql`
    select direction_version_id as id from statuses where upper_inf(known) and during @> ${day}::date
    group by 1 order by count(distinct person_id) desc, 1 limit 3`)
  const [own] = await db
    .select({ id: grants.scopeId })
    .from(grants)
    .where(and(eq(grants.personId, cast.actor('school', day).personId), eq(grants.role, 'school')))
  const others = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.tier, 'institutional'))
    .orderBy(asc(organisations.code))
    .limit(WORKS)
  const schools = [...new Set([...(own?.id ? [own.id] : []), ...others.map(({ id }) => id)])]
  if (!organisationId || directions.length === 0 || schools.length === 0) return null
  return { db, day, cast, organisationId, directions: directions.map(({ id }) => id), schools }
}

function staff({ db, day, cast, organisationId }: Story, offset: number): ActingCtx {
  const powers: Actor['powers'] = rights.map((capability) => ({
    ...{ capability, scopeKind: 'organisation', scopeId: organisationId },
  }))
  const actor = { ...cast.actor('secretary', day), powers }
  return ctxAt(db, actor, new Date(`${dayAfter(day, offset)}T05:00:00Z`), content().instance.timezone)
}

async function prepare(
  story: Story,
  kind: 'open' | 'coded',
  begun: number,
  days: [number, number, number, number],
) {
  const stories = contestStories()
  const [opens, closes, judged, appeal] = days.map((offset) => dayAfter(story.day, offset)) as [
    string,
    ...string[],
  ]
  const { perWork, reserve, load, mendDays, answerDays } = content().settings.contests
  const asked = {
    ...stories[kind],
    ...{ tier: 'regional' as const, opensAt: `${opens}T09:00`, closesAt: `${closes}T18:00` },
    ...{
      judgedUntil: judged ?? '',
      appealUntil: appeal ?? '',
      questionnaire: content().sheets[0]?.code ?? '',
    },
    ...{ perWork, reserve, load, mendDays, answerDays, maxPerOrganisation: 1, maxPerMunicipality: 2 },
  }
  const ctx = staff(story, begun)
  const number = await createContest(ctx, { ...asked, organisationId: story.organisationId })
  for (const [at, title] of stories.nominations.entries()) {
    const directions = story.directions.slice(at, at + 2)
    await addNomination(ctx, number, { title, directions, winners: 1, prizes: 2 })
  }
  await announceContest(ctx, number)
  return { number, asked }
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

type State = (typeof submissions.$inferInsert)['state']

async function addWorks(
  story: Story,
  number: number,
  count: number,
  day: number,
  stateOf: (at: number) => State,
) {
  const { db, schools, cast } = story
  const { works, summary, authors } = contestStories()
  const [contest] = await db.select({ id: contests.id }).from(contests).where(eq(contests.number, number))
  const nominations = await db
    .select({ id: contestNominations.id })
    .from(contestNominations)
    .where(eq(contestNominations.contestId, contest?.id ?? ''))
    .orderBy(asc(contestNominations.position))
  const authorId = cast.actor('school', story.day).personId
  const rows = schools.slice(0, count).map((organisationId, at) => {
    const moment = new Date(`${dayAfter(story.day, day)}T0${5 + (at % 4)}:${10 + at}:00Z`)
    const state = stateOf(at)
    return {
      ...{ contestId: contest?.id ?? '', nominationId: nominations[at % nominations.length]?.id ?? '' },
      ...{ organisationId, authorId, title: works[at % works.length] ?? '', summary, authors, state },
      ...{ createdAt: moment, savedAt: moment, sentAt: state === 'draft' ? null : moment },
      checkedAt: state === 'admitted' ? moment : null,
    }
  })
  await db.insert(submissions).values(rows)
}
