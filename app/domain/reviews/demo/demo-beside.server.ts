/** What stands beside the remarks of the demonstration: papers with what their authors say of the record, closed stages. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { withPlainYears } from '#app/domain/reviews/course/planning.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { termEnd } from '#app/domain/reviews/course/terms.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import { dissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { enterIntake } from '#app/domain/reviews/intake/intaking.server.ts'
import { answerObjection, objectToRecord } from '#app/domain/reviews/remarks/objecting.server.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { content } from '#content/load.ts'
import type { StoryCircle, StoryLetter } from '#content/stories.ts'
import type { DecisionKind } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import { blocks, drafts, remarks, stages, versions } from '#db/schema/index.ts'
import { ctxAt, type DemoCast } from './demo-people.server.ts'
import { pointed, type Unit } from './demo-places.ts'

export interface Scene {
  db: Db
  day: string
  cast: DemoCast
  draftId: string
  units: readonly Unit[]
  /** the developer's login with its rights at a day of the story */
  developer: (offset: number, hour?: number) => ActingCtx
}
export interface Answered {
  id: string
  decision: DecisionKind | undefined
  reason: string
}

/** A paper is entered, its author reads the record and may object to it. */
export async function tellLetter(scene: Scene, letter: StoryLetter): Promise<Answered[]> {
  const { day, draftId, units } = scene
  const sender = await signedIn(scene, letter.who, letter.received)
  const { number: personNumber, familyName, givenName, patronymic } = sender.actor
  const { numbers } = await enterIntake(scene.developer(letter.entered, 8), draftId, {
    ...{ channel: 'letter', number: letter.number, event: '', item: '', versionNumber: 1 },
    ...{ day: dayAfter(day, letter.day), receivedDay: dayAfter(day, letter.received) },
    sender: { name: `${familyName} ${givenName} ${patronymic}`, personNumber, named: true },
    rows: letter.rows.map(({ at, kind, remark, proposal }) => {
      const place = pointed(units, { at, whole: true }).fromBlockId
      return { kind, remark, proposal, grounds: '', wording: false, place }
    }),
  })
  const told: Answered[] = []
  for (const [n, { objection, decision, reason }] of letter.rows.entries()) {
    const id = await remarkOf(scene, numbers[n])
    if (objection) await tellObjection(scene, letter.who, id, objection)
    told.push({ id, decision, reason })
  }
  return told
}

async function tellObjection(
  scene: Scene,
  who: string,
  id: string,
  { body, day, answer }: NonNullable<StoryLetter['rows'][number]['objection']>,
): Promise<void> {
  await objectToRecord(await signedIn(scene, who, day, 9), id, body)
  if (!answer) return
  const [row] = await scene.db.select().from(remarks).where(eq(remarks.id, id))
  const { kind, weight, grounds, sources } = found(row)
  const corrected = answer.corrected && { kind, weight, grounds, sources, body: answer.corrected }
  await answerObjection(scene.developer(answer.day, 9), id, {
    answer: answer.words,
    corrected: corrected || null,
  })
}

/** A closed stage with what was said in it; where it is signed, the remarks of the position in the open stage. */
export async function tellCircle(scene: Scene, story: StoryCircle): Promise<Answered[]> {
  const { db, day } = scene
  const head = (offset: number, hour?: number) => signedIn(scene, story.who, offset, hour)
  const caller = await head(story.convened, 5)
  const organisationId = found(caller.actor.powers.find(speaks)?.scopeId)
  const last = await lastDayOf(scene, dayAfter(day, story.until))
  const people = await Promise.all(story.members.map((who) => signedIn(scene, who, story.convened)))
  const input = { organisationId, circle: story.circle, lastDay: last.day }
  const { slug } = await convene(
    caller,
    scene.draftId,
    { ...input, people: people.map(({ actor }) => actor.number).join('\n') },
    last.calendars,
  )
  const [copy] = await db
    .select({ draftId: drafts.id, versionId: versions.id })
    .from(drafts)
    .innerJoin(versions, eq(versions.draftId, drafts.id))
    .where(eq(drafts.slug, slug))
  const { draftId, versionId } = found(copy)
  const units = await unitsOf(db, versionId)
  for (const [at, { who, kind, weight, body, replacement, as, ...place }] of story.remarks.entries())
    await leaveRemark(await signedIn(scene, String(who), story.convened + 1 + (at % 3), 6 + at), {
      ...{ draftId, versionId, kind, weight, body, replacement: replacement ?? null, shownAs: as },
      ...pointed(units, place),
    })
  const until = story.signed?.day ?? -1
  for (const { remarks: numbers, kind, body, grounds } of story.items)
    await gatherItem(await head(until, 4), draftId, {
      ...{ kind, body, grounds, remarks: numbers, place: numbers[0] ?? 'document' },
      ...{ weight: 'substantive', replacement: '' },
    })
  for (const { who, body } of story.dissents)
    await dissent(await signedIn(scene, who, until, 5), draftId, body)
  if (!story.signed) return []
  const numbers = await signPosition(await head(until, 9), draftId, story.signed.signatory)
  return Promise.all(
    story.items.map(async ({ decision, reason }, at) => {
      return { id: await remarkOf(scene, numbers[at]), decision, reason }
    }),
  )
}

const speaks = ({ capability, scopeKind }: { capability: string; scopeKind: string }) =>
  capability === 'position.file' && scopeKind === 'organisation'

/** The units of a version, in order. */
export async function unitsOf(db: Db, versionId: string): Promise<Unit[]> {
  return db.select().from(blocks).where(eq(blocks.versionId, versionId)).orderBy(asc(blocks.position))
}

/** The last working day not after this one and within the open stage: the demonstration is loaded on any day. */
async function lastDayOf({ db, draftId }: Scene, wanted: string) {
  const days = await db.execute<{ last: string }>(
    sql`select max(s.last_day)::text as last from ${stages} s join discussions c on c.id = s.discussion_id
      where c.draft_id = ${draftId} and s.kind = 'discussion'`,
  )
  const last = days[0]?.last ?? wanted
  let day = wanted < last ? wanted : last
  const calendars = withPlainYears(content().calendars, [day, dayAfter(day, -30), dayAfter(day, 30)])
  const order = { unit: 'calendar', endsOnWorkingDay: true } as const
  while (termEnd(day, 1, order, calendars) !== day) day = dayAfter(day, -1)
  return { day, calendars }
}

async function remarkOf({ db, draftId }: Scene, number: number | undefined): Promise<string> {
  const [row] = await db
    .select({ id: remarks.id })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), eq(remarks.number, number ?? 0)))
  return found(row).id
}

/** Somebody who signs in, with the powers of that day. */
async function signedIn({ db, day, cast }: Scene, who: string, offset: number, hour = 7): Promise<ActingCtx> {
  const today = dayAfter(day, offset)
  const actor = found(await actorOf(db, { userId: cast.actor(who, today).userId }, today))
  const now = new Date(`${today}T${String(hour).padStart(2, '0')}:00:00Z`)
  return ctxAt(db, actor, now, content().instance.timezone)
}
