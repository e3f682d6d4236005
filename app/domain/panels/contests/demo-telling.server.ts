/** What the contests of the demonstration are made of: who holds them, their terms and works. */
import { asc, eq } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { ctxAt, type DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import { contestStories } from '#content/contest-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { contestNominations, contests, submissions } from '#db/schema/index.ts'
import { announceContest, createContest } from './contesting.server.ts'
import { addFiles } from './demo-files.server.ts'
import { addNomination } from './nominating.server.ts'

const rights = [
  ...['contest.edit', 'contest.key', 'panel.read'],
  ...['panel.select', 'panel.convene', 'sheet.read'],
]
export type Story = {
  db: Db
  day: string
  cast: DemoCast
  organisationId: string
  directions: string[]
  /** the organisation that the demonstration's school signs in for, then others */
  schools: string[]
  /** directions of the expert of the demonstration */
  expertIn: string[]
  /** where files lie; null: works have none */
  dataDir: string | null
}

export function staff({ db, day, cast, organisationId }: Story, offset: number): ActingCtx {
  const powers: Actor['powers'] = rights.map((capability) => ({
    ...{ capability, scopeKind: 'organisation', scopeId: organisationId },
  }))
  const actor = { ...cast.actor('secretary', day), powers }
  return ctxAt(db, actor, new Date(`${dayAfter(day, offset)}T05:00:00Z`), content().instance.timezone)
}

/** `directions`: the same ones in every nomination. */
type Change = { perWork?: number; reserve?: number; load?: number; directions?: readonly string[] }

export async function prepare(
  story: Story,
  kind: 'open' | 'coded' | 'judged' | 'appealed' | 'finished' | 'announcedLot' | 'drawnLot',
  begun: number,
  days: [number, number, number, number],
  { directions, ...change }: Change = {},
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
    ...{
      perWork,
      reserve,
      load,
      mendDays,
      answerDays,
      maxPerOrganisation: 1,
      maxPerMunicipality: 2,
      ...change,
    },
  }
  const ctx = staff(story, begun)
  const number = await createContest(ctx, { ...asked, organisationId: story.organisationId })
  for (const [at, title] of stories.nominations.entries()) {
    const asked = [...(directions ?? story.directions.slice(at, at + 2))]
    await addNomination(ctx, number, { title, directions: asked, winners: 1, prizes: 2 })
  }
  await announceContest(ctx, number)
  return { number, asked }
}

type State = (typeof submissions.$inferInsert)['state']

export async function addWorks(
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
  const made = await db
    .insert(submissions)
    .values(rows)
    .returning({ id: submissions.id, title: submissions.title })
  await addFiles(story, made, new Date(`${dayAfter(story.day, day)}T05:00:00Z`))
}
