/**
 * What earlier panels say. Reciprocal expertise: a writer of the text judged now sat, within the years that are set, on
 * an opened panel over a text that the candidate had written. Together: the candidate and another person have sat on at
 * least so many opened panels within the years that are set. Cancelled panels, and seats that were left, do not count.
 * Co-author: both published a practice within the years that are set; read from engagements, whoever named whom.
 */
import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { ConflictFact } from '#db/schema/index.ts'

export type Remembered = { personId: string; fact: ConflictFact }[]
type Asked = { panelId: string; since: string }

const inList = (ids: Iterable<string>) =>
  sql.join(
    [...ids].map((id) => sql`${id}::uuid`),
    sql`, `,
  )

const opened = (ctx: Ctx, { panelId, since }: Asked) => sql`p.id <> ${panelId} and p.cancelled_at is null
  and (p.convened_at at time zone ${ctx.zone})::date >= ${since}::date`

/** Authors of texts that the writers have judged. */
export async function judgedByWriters(
  ctx: Ctx,
  writers: ReadonlySet<string>,
  asked: Asked,
): Promise<Remembered> {
  if (writers.size === 0) return []
  const rows = await ctx.db.execute<{
    person_id: string
    number: number
    seat: string
    judge: number
    day: string
  }>(sql`
    select a.person_id, p.number, min(s.id::text) as seat, j.number as judge,
      to_char(p.convened_at at time zone ${ctx.zone}, 'YYYY-MM-DD') as day
    from seats s join invitations i on i.seat_id = s.id and i.answer = 'accepted'
    join panels p on p.id = s.panel_id join people j on j.id = s.person_id
    cross join lateral (select d.author_id as person_id from drafts d where d.id = p.draft_id
      union select v.author_id from versions v where v.draft_id = p.draft_id) a
    where s.person_id in (${inList(writers)}) and s.left_at is null and s.standing = 'member' and ${opened(ctx, asked)}
    group by a.person_id, p.number, p.convened_at, j.number`)
  return rows.map(({ person_id, number, seat, judge, day }) => ({
    personId: person_id,
    fact: { relation: 'judged', record: `seats:${seat}`, panel: number, person: judge, from: day },
  }))
}

/** Who published a practice together with a writer since that day: both have the engagement of its author. */
export async function wroteWithWriters(
  ctx: Ctx,
  writers: ReadonlySet<string>,
  since: string,
): Promise<Remembered> {
  if (writers.size === 0) return []
  const rows = await ctx.db.execute<{ person_id: string; writer: number; record: string; day: string }>(sql`
    select mine.person_id, w.number as writer, mine.id::text as record,
      to_char(lower(mine.during), 'YYYY-MM-DD') as day
    from engagements theirs join engagements mine on mine.object_id = theirs.object_id
      and mine.kind = theirs.kind and mine.role = theirs.role and mine.person_id <> theirs.person_id
    join people w on w.id = theirs.person_id
    where theirs.person_id in (${inList(writers)}) and theirs.kind = 'practice' and theirs.role = 'author'
      and lower(mine.during) >= ${since}::date`)
  return rows.map(({ person_id, writer, record, day }) => ({
    personId: person_id,
    fact: { relation: 'wrote', record: `engagements:${record}`, person: writer, from: day },
  }))
}

/** Who has sat with one of these people on at least so many panels, one fact a person and panel. */
export async function seatedTogether(
  ctx: Ctx,
  beside: readonly string[],
  { least, ...asked }: Asked & { least: number },
): Promise<Remembered> {
  if (beside.length === 0) return []
  const rows = await ctx.db.execute<{ person_id: string; other: number; panels: number[] }>(sql`
    select mine.person_id, o.number as other, array_agg(distinct p.number) as panels
    from seats theirs join seats mine on mine.panel_id = theirs.panel_id and mine.person_id <> theirs.person_id
    join panels p on p.id = theirs.panel_id join people o on o.id = theirs.person_id
    join invitations i on i.seat_id = theirs.id and i.answer = 'accepted'
    join invitations m on m.seat_id = mine.id and m.answer = 'accepted'
    where theirs.person_id in (${inList(beside)}) and theirs.left_at is null and mine.left_at is null
      and theirs.standing = 'member' and mine.standing = 'member' and ${opened(ctx, asked)}
    group by mine.person_id, o.number having count(distinct p.id) >= ${least}`)
  return rows.flatMap(({ person_id, other, panels }) =>
    panels.map((panel) => ({
      personId: person_id,
      fact: { relation: 'sat', record: `panels:${panel}/people:${other}`, panel, person: other },
    })),
  )
}
