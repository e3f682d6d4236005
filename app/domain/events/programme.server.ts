/** The programme: items within the hours of the event, with speakers and the practice that is presented. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { momentAt } from '#app/domain/panels/contests/clock.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { eventItems, eventSpeakers, events, people, practices } from '#db/schema/index.ts'
import { type EventState, lockEvent, objectOf } from './facts.server.ts'
import type { ItemForm } from './forms.ts'
import { eventRules } from './rules.ts'

type ItemInput = z.output<typeof ItemForm>
type Speaker = { personId: string | null; name: string }

/**
 * Adds an item, or changes the one with this id. Problems at their fields: event-item-time outside the event,
 * event-speaker for a number that nobody has, event-practice for one that is not published.
 */
export async function saveItem(
  ctx: ActingCtx,
  number: number,
  input: ItemInput,
  itemId?: string,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    const { event, facts } = state
    authorize(eventRules.edit, ctx.actor, facts)
    const values = await valuesOf(ctx, event, input)
    const speakers = await speakersIn(ctx, input.speakers)
    const id = itemId ?? uuidv7()
    if (itemId) {
      const changed = await ctx.db
        .update(eventItems)
        .set(values)
        .where(and(eq(eventItems.id, itemId), eq(eventItems.eventId, event.id)))
        .returning({ id: eventItems.id })
      found(changed[0])
      await ctx.db.delete(eventSpeakers).where(eq(eventSpeakers.itemId, itemId))
    } else {
      await refuseTooMany(ctx, event.id)
      await ctx.db.insert(eventItems).values({ id, eventId: event.id, ...values })
    }
    if (speakers.length > 0)
      await ctx.db
        .insert(eventSpeakers)
        .values(speakers.map((one, at) => ({ itemId: id, position: at + 1, ...one })))
    await touch(ctx, state)
    await record(ctx, 'event.item-saved', objectOf(state), { item: id })
    if (event.state === 'announced') await tellSpeakers(ctx, state, speakers)
  })
}

/** Takes an item out of the programme. */
export async function removeItem(ctx: ActingCtx, number: number, itemId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockEvent(ctx, number)
    authorize(eventRules.edit, ctx.actor, state.facts)
    const gone = await ctx.db
      .delete(eventItems)
      .where(and(eq(eventItems.id, itemId), eq(eventItems.eventId, state.event.id)))
      .returning({ id: eventItems.id })
    found(gone[0])
    await touch(ctx, state)
    await record(ctx, 'event.item-removed', objectOf(state), { item: itemId })
  })
}

/** Items of an event in their order, with speakers as they were named: for who edits them. */
export async function itemsOf(ctx: Pick<Ctx, 'db'>, eventId: string) {
  const speakers = sql<
    string[]
  >`(select coalesce(array_agg(coalesce(p.number::text, s.name) order by s.position), '{}')
    from event_speakers s left join people p on p.id = s.person_id where s.item_id = ${eventItems.id})`
  return ctx.db
    .select({
      ...{ id: eventItems.id, startsAt: eventItems.startsAt, endsAt: eventItems.endsAt },
      ...{ title: eventItems.title, practice: practices.number, speakers },
    })
    .from(eventItems)
    .leftJoin(practices, eq(practices.id, eventItems.practiceId))
    .where(eq(eventItems.eventId, eventId))
    .orderBy(asc(eventItems.startsAt), asc(eventItems.id))
}

async function valuesOf(ctx: Ctx, event: EventState['event'], input: ItemInput) {
  const [startsAt, endsAt] = [momentAt(input.startsAt, ctx.zone), momentAt(input.endsAt, ctx.zone)]
  if (startsAt < event.startsAt || startsAt > event.endsAt)
    throw new Problem('event-item-time', {}, 'startsAt')
  if (endsAt > event.endsAt) throw new Problem('event-item-time', {}, 'endsAt')
  return { startsAt, endsAt, title: input.title, practiceId: await practiceIn(ctx, input.practice) }
}

async function practiceIn(ctx: Ctx, number: number | ''): Promise<string | null> {
  if (number === '') return null
  const [row] = await ctx.db
    .select({ id: practices.id })
    .from(practices)
    .where(
      and(
        ...[eq(practices.number, number), isNull(practices.withdrawnAt)],
        sql`${practices.publishedAt} is not null`,
      ),
    )
  if (!row) throw new Problem('event-practice', {}, 'practice')
  return row.id
}

/** A line is the public number of a person, or the name of a guest. */
async function speakersIn(ctx: Ctx, lines: string): Promise<Speaker[]> {
  const { speakers: most } = content().events.items
  const said = [...new Set(lines.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean)
  if (said.length > most) throw new Problem('event-speakers', { most }, 'speakers')
  const numbers = said.map(numberIn).filter((one) => one !== null)
  const known = await ctx.db
    .select({ id: people.id, number: people.number })
    .from(people)
    .where(and(inArray(people.number, numbers), isNull(people.mergedIntoId)))
  const ids = new Map(known.map(({ id, number }) => [number, id]))
  return said.map((line) => {
    const number = numberIn(line)
    if (number === null && line.length > 200) throw new Problem('too-long', {}, 'speakers')
    if (number === null) return { personId: null, name: line }
    const personId = ids.get(number)
    if (!personId) throw new Problem('event-speaker', { number: line }, 'speakers')
    return { personId, name: '' }
  })
}

/** `№ 1024` and `1024` are numbers; one that no number can be is nobody's. */
function numberIn(line: string): number | null {
  const digits = /^№?\s*(\d+)$/.exec(line)?.[1]
  if (digits === undefined) return null
  return digits.length < 10 ? Number(digits) : 0
}

async function tellSpeakers(ctx: Ctx, { event }: EventState, speakers: readonly Speaker[]) {
  const who = speakers.flatMap(({ personId }) => personId ?? [])
  if (who.length === 0) return
  await notifyAll(ctx, who, 'event.speaker', {
    ...{ objectKind: 'event', objectId: event.id, address: `/events/${event.number}` },
    facts: { title: event.title, day: dayOf(event.startsAt, ctx.zone) },
  })
}

async function refuseTooMany(ctx: Ctx, eventId: string) {
  const { most } = content().events.items
  if ((await ctx.db.$count(eventItems, eq(eventItems.eventId, eventId))) >= most)
    throw new Problem('event-items', { most })
}

async function touch(ctx: Ctx, { event }: EventState) {
  await ctx.db.update(events).set({ changedAt: ctx.now }).where(eq(events.id, event.id))
}
