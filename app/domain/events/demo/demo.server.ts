/** The events of the demonstration, told through the room's own commands: held with certificates, ahead with a waiting list. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { announceEvent, cancelEvent } from '#app/domain/events/announcing.server.ts'
import { markAttendance } from '#app/domain/events/attending.server.ts'
import { closeEvent } from '#app/domain/events/closing.server.ts'
import { createEvent } from '#app/domain/events/editing.server.ts'
import { saveItem } from '#app/domain/events/programme.server.ts'
import { registerForEvent } from '#app/domain/events/registering.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { castOf, type DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import { type EventStory, eventStories } from '#content/event-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { eventRegistrations, events, instance, practices, practiceVersions } from '#db/schema/index.ts'

interface Scene {
  db: Db
  day: string
  zone: string
  cast: DemoCast
  organisationId: string
}

/** Tells the stories of events once. Without demo data, or when they are told, does nothing. */
export async function seedEvents(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: events.id }).from(events).limit(1)
  if (!day || told) return
  const { events: stories, organisation } = eventStories()
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const cast = await castOf(inside, day)
    const organisationId = cast.organisationIds.get(organisation)
    if (!organisationId) return
    const scene = { db: inside, day, zone: content().instance.timezone, cast, organisationId }
    for (const story of [...stories].sort((a, b) => a.days - b.days)) await tell(scene, story)
  })
}

async function tell(scene: Scene, story: EventStory) {
  const { stage, days, hours, capacity, people, came } = story
  const { series, edition, title, about, place, link } = story
  // what is ahead was prepared a month ago; what is over, long before it
  const prepared = Math.min(-30, days - 60)
  const on = dayAfter(scene.day, days)
  const number = await createEvent(organiserAt(scene, prepared), {
    ...{ organisationId: scene.organisationId, series, edition, title, about, place, link, direction: '' },
    ...{ startsAt: `${on}T${hours[0]}`, endsAt: `${on}T${hours[1]}` },
    ...{ capacity: capacity ?? '', registerUntil: '' },
  })
  for (const item of story.items) await present(scene, number, on, item, prepared)
  if (stage === 'draft') return
  await announceEvent(organiserAt(scene, prepared + 5), number)
  for (let at = 0; at < people; at += 1)
    await registerForEvent(personAt(scene, at, prepared + 6 + (at % 20)), number)
  if (stage === 'cancelled') return cancelEvent(organiserAt(scene, -1), number, eventStories().cancelled)
  if (stage === 'held') await held(scene, number, days, came)
}

async function held(scene: Scene, number: number, days: number, came: number) {
  const rows = await scene.db
    .select({ id: eventRegistrations.id })
    .from(eventRegistrations)
    .innerJoin(events, eq(events.id, eventRegistrations.eventId))
    .where(and(eq(events.number, number), eq(eventRegistrations.state, 'confirmed')))
    .orderBy(asc(eventRegistrations.position))
    .limit(came)
  for (const { id } of rows)
    await markAttendance(organiserAt(scene, days), number, { registration: id, present: true })
  await closeEvent(organiserAt(scene, days + 1), number)
}

async function present(
  scene: Scene,
  number: number,
  on: string,
  { hours, title, speakers, practice }: EventStory['items'][number],
  offset: number,
) {
  const lines = speakers.map((one) =>
    typeof one === 'number' || !one.includes(' ') ? scene.cast.actor(one, scene.day).number : one,
  )
  await saveItem(organiserAt(scene, offset + 1), number, {
    ...{ startsAt: `${on}T${hours[0]}`, endsAt: `${on}T${hours[1]}`, title, speakers: lines.join('\n') },
    practice: practice === undefined ? '' : await practiceCalled(scene.db, practice),
  })
}

async function practiceCalled(db: Db, title: string): Promise<number | ''> {
  const [row] = await db
    .select({ number: practices.number })
    .from(practiceVersions)
    .innerJoin(practices, eq(practices.id, practiceVersions.practiceId))
    .where(and(eq(practiceVersions.title, title), sql`${practiceVersions.state} = 'published'`))
  return row?.number ?? ''
}

const at = (day: string, offset: number) => new Date(`${dayAfter(day, offset)}T07:00:00Z`)

function organiserAt({ db, day, zone, cast }: Scene, offset: number): ActingCtx {
  const powers: Actor['powers'] = ['event.edit', 'event.publish'].map((capability) => ({
    ...{ capability, scopeKind: 'region', scopeId: null },
  }))
  return { db, actor: { ...cast.actor('coordinator', day), powers }, now: at(day, offset), zone }
}

/** The first ones have an account, the others are experts. */
function personAt({ db, day, zone, cast }: Scene, at_: number, offset: number): ActingCtx {
  const accounts = ['participant', 'expert', 'applicant', 'school']
  return { db, actor: cast.actor(accounts[at_] ?? at_, day), now: at(day, Math.min(offset, -1)), zone }
}
