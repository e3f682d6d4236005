/** The page of an event: programme, speakers as far as they may be named, seats, the reader's own place and papers. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { CertificateFacts } from '#app/domain/events/certificate.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { eventFilesOf } from '#app/domain/events/filing.server.ts'
import { ownRegistration, takenSeats } from '#app/domain/events/registering.server.ts'
import { nameShown } from '#db/reach/experts.ts'
import { eventCertificates } from '#db/schema/index.ts'

export interface Speaker {
  /** null where the name may not be shown: the number would tell it */
  number: number | null
  name: string | null
  listed: boolean
}
export interface ProgrammeItem extends Record<string, unknown> {
  id: string
  startsAt: string
  endsAt: string
  title: string
  practice: { number: number; title: string } | null
  speakers: Speaker[]
}

export async function eventCard(ctx: Ctx, number: number) {
  const state = await eventByNumber(ctx, number)
  const { event } = state
  return {
    ...state,
    items: await programmeOf(ctx, event.id),
    taken: await takenSeats(ctx, event.id),
    own: (await ownRegistration(ctx, event.id)) ?? null,
    certificates: await ownCertificates(ctx, event.id),
    files: await eventFilesOf(ctx, event.id),
    direction: await directionOf(ctx, event.directionVersionId),
  }
}
export type EventCard = Awaited<ReturnType<typeof eventCard>>

/** Items in order; a practice is named while it is published. */
async function programmeOf({ db }: Ctx, eventId: string): Promise<ProgrammeItem[]> {
  const open = nameShown(sql`p.id`)
  const rows = await db.execute<ProgrammeItem>(sql`
    select i.id, to_char(i.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt",
      to_char(i.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt", i.title,
      case when v.title is not null then json_build_object('number', pr.number, 'title', v.title) end as practice,
      (select coalesce(json_agg(json_build_object('number', case when ${open} then p.number end,
          'name', case when p.id is null then s.name when ${open} then concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) end,
          'listed', exists (select from statuses l where l.person_id = p.id)) order by s.position), '[]')
        from event_speakers s left join people p on p.id = s.person_id where s.item_id = i.id) as speakers
    from event_items i left join practices pr on pr.id = i.practice_id and pr.withdrawn_at is null
    left join practice_versions v on v.practice_id = pr.id and v.state = 'published'
    where i.event_id = ${eventId} order by i.starts_at, i.id`)
  return [...rows]
}

async function ownCertificates({ db, actor }: Ctx, eventId: string) {
  if (!actor) return []
  const rows = await db
    .select({ id: eventCertificates.id, facts: eventCertificates.facts })
    .from(eventCertificates)
    .where(
      and(
        ...[eq(eventCertificates.eventId, eventId), eq(eventCertificates.personId, actor.personId)],
        isNull(eventCertificates.revokedAt),
      ),
    )
    .orderBy(eventCertificates.number)
  return rows.map(({ id, facts }) => ({ id, facts: facts as unknown as CertificateFacts }))
}

async function directionOf({ db }: Ctx, id: string | null) {
  if (!id) return null
  const [row] = await db.execute<{ code: string; title: string }>(sql`select d.code, v.title
    from direction_versions v join directions d on d.id = v.direction_id where v.id = ${id}`)
  return row ?? null
}

/** Where a published practice was presented, the latest first: events that were held, with their day. */
export async function presentedAt({ db }: Pick<Ctx, 'db'>, practiceNumber: number) {
  const rows = await db.execute<{ number: number; title: string; day: string }>(sql`
    select distinct e.number, e.title, to_char(e.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as day
    from event_items i join events e on e.id = i.event_id join practices p on p.id = i.practice_id
    where p.number = ${practiceNumber} and e.state = 'held' order by day desc, e.number limit 20`)
  return [...rows]
}
