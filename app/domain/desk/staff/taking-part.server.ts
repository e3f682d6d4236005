/**
 * Taking part: which of one's own people were asked to an expertise, who has answered and who takes part; and who takes
 * part in a discussion. Own people alone, no words and no sheets of theirs. Whose answer is waited for is reminded.
 */
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { recordAll } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { ownPeople } from '#db/reach/staff.ts'
import { staffRules } from './rules.ts'

export type WorkKind = 'panel' | 'discussion'

export interface OwnPart {
  personId: string
  invitationId: string | null
  name: string
  number: number
  work: string | null
  state: 'waits' | 'accepted' | 'declined' | 'expired' | 'released' | 'takesPart'
  sentAt: string | null
  lastDay: string | null
  [key: string]: unknown
}

/** Own people in one expertise or discussion, whose answer is waited for first. Problem('not-found') without any. */
export async function partOf(
  ctx: ActingCtx,
  kind: WorkKind,
  id: string,
): Promise<{ title: string; people: OwnPart[] }> {
  authorize(staffRules.see, ctx.actor, {})
  const rows = await ctx.db.execute<OwnPart & { title: string }>(
    kind === 'panel' ? panelSql(ctx, id) : discussionSql(ctx, id),
  )
  const { title } = found(rows[0])
  return { title, people: rows.map(({ title: _, ...person }) => person) }
}

/** Reminds those of the expertise who have not answered and still may; returns how many. Problem('reminded-all'). */
export async function remindInvited(ctx: ActingCtx, panelId: string): Promise<number> {
  const { remindersPerPerson } = content().settings.rates
  await countAttempt(ctx, 'reminder', ctx.actor.personId, remindersPerPerson)
  return atomically(ctx, async (ctx) => {
    const { title, people } = await partOf(ctx, 'panel', panelId)
    const waits = people.flatMap(({ state, personId, invitationId, lastDay }) =>
      state === 'waits' && invitationId && lastDay && lastDay >= ctx.actor.today
        ? [{ personId, invitationId }]
        : [],
    )
    const lately = await remindedLately(
      ctx,
      waits.map(({ invitationId }) => invitationId),
    )
    const due = waits.filter(({ invitationId }) => !lately.has(invitationId))
    if (due.length === 0) throw new Problem('reminded-all')
    const asked = due.map(({ invitationId: id }) => ({ object: { kind: 'invitation', id } }))
    await recordAll(ctx, 'invitation.reminded', asked)
    for (const { personId, invitationId } of due)
      await notify(ctx, personId, 'invitation.reminded', {
        // each reminder is told once, and there may be another one later
        ...{ objectKind: 'invitation-reminder', objectId: uuidv7() },
        ...{ address: `/cabinet/invitations/${invitationId}`, facts: { title } },
      })
    return due.length
  })
}

async function remindedLately(ctx: ActingCtx, ids: readonly string[]): Promise<Set<string>> {
  const { days } = content().applications.reminding
  const rows = await ctx.db.execute<{ id: string; at: string }>(sql`
    select l.object_id as id, max(l.at) as at from log_entries l
    where l.kind = 'invitation.reminded' and l.object_id in ${['00000000-0000-0000-0000-000000000000', ...ids]}
    group by l.object_id`)
  const since = Date.parse(`${ctx.actor.today}T00:00:00Z`) - (days - 1) * 86_400_000
  return new Set(
    rows.flatMap(({ id, at }) =>
      Date.parse(`${dayOf(new Date(at), ctx.zone)}T00:00:00Z`) >= since ? [id] : [],
    ),
  )
}

const own = (ctx: ActingCtx) => ownPeople(viewerOf(ctx), ['nomination.create'])

const named = sql`p.id as "personId", p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name`

const workSql = (
  ctx: ActingCtx,
) => sql`(select string_agg(o.short_name, ', ' order by e.id) from employments e
  join organisations o on o.id = e.organisation_id
  where e.person_id = p.id and e.during @> ${ctx.actor.today}::date) as work`

function panelSql(ctx: ActingCtx, id: string) {
  return sql`select n.title, ${named}, ${workSql(ctx)}, i.id as "invitationId", coalesce(i.answer, 'waits') as state,
      i.sent_at as "sentAt", to_char(i.last_day, 'YYYY-MM-DD') as "lastDay"
    from seats t join invitations i on i.seat_id = t.id join people p on p.id = t.person_id
    join panels n on n.id = t.panel_id
    where t.panel_id = ${id} and t.person_id in (${own(ctx)})
    order by i.answer is not null, p.family_name, p.given_name, p.number limit 500`
}

function discussionSql(ctx: ActingCtx, id: string) {
  return sql`select max(g.title) over () as title, ${named}, ${workSql(ctx)}, null::uuid as "invitationId",
      'takesPart' as state, null as "sentAt", null as "lastDay"
    from (select distinct on (x.person_id) x.person_id, x.title from engagements x
      where x.kind = 'discussion' and x.object_id = ${id} and x.person_id in (${own(ctx)})) g
    join people p on p.id = g.person_id
    order by p.family_name, p.given_name, p.number limit 500`
}
