/** Participating: whom the stage of now hears (`who` of its order). A guest may turn out to be anybody and is asked to sign in. */
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { inRegistryOn } from '#app/domain/experts/engaging.server.ts'
import { type Place, powersOver } from '#app/domain/rules.ts'
import { discussions, drafts, panels, seats, stages } from '#db/schema/index.ts'
import { discussionState, type Halt, stageNow } from './staging.ts'

type Stage = Pick<typeof stages.$inferSelect, 'kind' | 'firstDay' | 'lastDay' | 'who' | 'audience'>

/** Everybody who is signed in; nobody is asked anything else. */
const open = ['participant', 'everyone']
/** What only people of the developer may do. */
const staff = ['draft.read', 'draft.edit', 'remark.decide', 'remark.execute']

/** Whether the discussion stage of now is held by others than the actor. */
export async function standsOutside(
  ctx: Ctx,
  draft: { id: string; place: Place; stages: readonly Stage[]; halt: Halt | null },
): Promise<boolean> {
  const { stage } = stageNow(draft.stages, ctx.now, ctx.zone, draft.halt)
  if (stage?.kind !== 'discussion' || !ctx.actor || stage.who.some((one) => open.includes(one))) return false
  for (const one of stage.who) if (await belongs(ctx, one, stage, draft)) return false
  return true
}

/** How the actor stands to a closed draft: let in by name or not, and whether it is a closed stage about another. */
export async function closedStanding(
  ctx: Ctx,
  draftId: string,
): Promise<{ member: boolean; inner: Inner | null }> {
  const me = ctx.actor?.personId ?? null
  const [row] = await ctx.db.execute<StandingRow>(sql`select
    exists (select from draft_members m where m.draft_id = ${draftId} and m.person_id = ${me}::uuid) as member,
    i.about_id as "aboutId", i.ended_at is not null as ended, i.position_id is not null as signed,
    exists (select from discussions c where c.draft_id = ${draftId} and c.cancelled_at is not null) as "calledOff"
    from (select 1) one left join inner_discussions i on i.draft_id = ${draftId}`)
  return {
    member: row?.member ?? false,
    inner: row?.aboutId ? await innerState(ctx, row, row.aboutId) : null,
  }
}

/**
 * Whether the actor is of the circle: let in by name, or by a post in the organisation itself. Who oversees all drafts
 * reads there, and does not speak with its people.
 */
export function ofCircle({ actor }: Ctx, { member, place }: { member?: boolean; place: Place }): boolean {
  const { organisationId } = place
  const posts = actor?.powers.some(
    (one) => one.scopeKind === 'organisation' && one.scopeId === organisationId,
  )
  return member === true || posts === true
}

/** `ended`: its position is signed, or it was called off; `lost`: the open stage was over before that. */
export type Inner = 'open' | 'ended' | 'lost'
type StandingRow = {
  member: boolean
  aboutId: string | null
  ended: boolean
  signed: boolean
  calledOff: boolean
}

async function innerState(
  ctx: Ctx,
  { ended, signed, calledOff }: StandingRow,
  aboutId: string,
): Promise<Inner> {
  if (signed || calledOff) return 'ended'
  return ended || (await takesNoMore(ctx, aboutId)) ? 'lost' : 'open'
}

/** Whether the draft will take remarks never again: judged by its terms, whatever job ran. A pause ends nothing. */
export async function takesNoMore(ctx: Ctx, draftId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ discussion: discussions, withdrawnAt: drafts.withdrawnAt })
    .from(drafts)
    .leftJoin(discussions, eq(discussions.draftId, drafts.id))
    .where(eq(drafts.id, draftId))
  if (!row?.discussion) return false
  const { id, closedAt, cancelledAt, pausedAt } = row.discussion
  if (row.withdrawnAt ?? closedAt ?? cancelledAt) return true
  const days = await ctx.db.select().from(stages).where(eq(stages.discussionId, id))
  return discussionState(days, pausedAt ?? ctx.now, ctx.zone) === 'closed'
}

async function belongs(
  ctx: Ctx,
  who: string,
  { audience }: Stage,
  { id, place }: { id: string; place: Place },
): Promise<boolean> {
  const { actor } = ctx
  if (!actor) return true
  if (who === 'expert') return inRegistryOn(ctx, actor.personId, actor.today)
  if (who === 'panel') return sitsOnPanel(ctx, id, actor.personId)
  // a closed text is out of reach of all who were not let in
  if (who === 'invited' && audience === 'closed') return true
  return staff.some((capability) => powersOver(actor, capability, place).length > 0)
}

async function sitsOnPanel(ctx: Ctx, draftId: string, personId: string): Promise<boolean> {
  const [seat] = await ctx.db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .where(and(eq(panels.draftId, draftId), eq(seats.personId, personId), eq(seats.standing, 'member')))
    .limit(1)
  return seat !== undefined
}
