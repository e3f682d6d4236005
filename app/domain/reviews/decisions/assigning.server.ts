/** Assigning: who prepares the answer to a remark and until when; what that person recommends. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { lockDraft, lockRemark } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { recommendations, remarkAssignments, remarks } from '#db/schema/index.ts'
import { type DecisionInput, reasonFor, suited } from './deciding.server.ts'

export interface Executor {
  id: string
  name: string
}

/** People whose grants let them prepare answers of the developer today. */
export async function executorsOf(ctx: Ctx, developerId: string, today: string): Promise<Executor[]> {
  const roles = content()
    .roles.roles.filter(({ can }) => can['remark.execute'] !== undefined)
    .map(({ code }) => code)
  return ctx.db.execute<{ id: string; name: string }>(sql`
    select p.id, concat_ws(' ', p.family_name, p.given_name, nullif(p.patronymic, '')) as name
    from people p where exists (select 1 from grants g where g.person_id = p.id
      and g.role in ${roles} and g.during @> ${today}::date and (
        (g.scope_kind = 'organisation' and g.scope_id = ${developerId})
        or (g.scope_kind = 'region' and exists (select 1 from employments e where e.person_id = p.id
          and e.organisation_id = ${developerId} and e.during @> ${today}::date))))
    order by p.family_name, p.given_name, p.id`)
}

/** Gives remarks to an executor, who is told once; null takes them back. What was assigned before ends. */
export async function assign(
  ctx: ActingCtx,
  draftId: string,
  input: { remarkIds: string[]; executorId: string | null; dueDay?: string | null },
): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.assign, ctx.actor, facts)
    const own = await ownRemarks(ctx, draftId, input.remarkIds)
    const { executorId, dueDay = null } = input
    if (executorId !== null) {
      const known = await executorsOf(ctx, draft.developerId, ctx.actor.today)
      if (!known.some(({ id }) => id === executorId)) throw new Problem('executor-unknown', {}, 'executor')
      if (dueDay !== null && dueDay < ctx.actor.today) throw new Problem('term-past', {}, 'dueDay')
    }
    await ctx.db
      .update(remarkAssignments)
      .set({ endedAt: ctx.now })
      .where(and(inArray(remarkAssignments.remarkId, own), isNull(remarkAssignments.endedAt)))
    if (executorId !== null) {
      const common = { executorId, dueDay, assignedById: ctx.actor.personId, assignedAt: ctx.now }
      await ctx.db
        .insert(remarkAssignments)
        .values(own.map((remarkId) => ({ id: uuidv7(), remarkId, ...common })))
    }
    await record(
      ctx,
      executorId === null ? 'remarks.unassigned' : 'remarks.assigned',
      { kind: 'draft', id: draftId },
      { executor: executorId, n: own.length, due: dueDay },
    )
    if (executorId !== null && executorId !== ctx.actor.personId)
      await notify(ctx, executorId, 'remarks.assigned', {
        objectKind: 'assignment',
        objectId: uuidv7(),
        address: `/drafts/${draft.slug}/processing?executor=me`,
        facts: { title: draft.title, n: own.length },
      })
    return own.length
  })
}

/** What the executor proposes to answer; a later one counts instead. */
export async function recommend(
  ctx: ActingCtx,
  remarkId: string,
  input: Pick<DecisionInput, 'decision' | 'reason'>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { remark, facts } = await lockRemark(ctx, remarkId)
    const [assignment] = await ctx.db
      .select({ executorId: remarkAssignments.executorId })
      .from(remarkAssignments)
      .where(and(eq(remarkAssignments.remarkId, remarkId), isNull(remarkAssignments.endedAt)))
    const assigned = assignment?.executorId === ctx.actor.personId
    authorize(reviewRules.recommend, ctx.actor, { ...facts, assigned })
    await ctx.db.insert(recommendations).values({
      id: uuidv7(),
      remarkId,
      decision: suited(remark.kind, input.decision),
      reason: reasonFor(input),
      recommendedById: ctx.actor.personId,
      recommendedAt: ctx.now,
    })
    await record(ctx, 'remark.recommended', { kind: 'remark', id: remarkId }, { decision: input.decision })
  })
}

/** The ids among these that are remarks of the draft and stand; Problem when none are. */
export async function ownRemarks(ctx: Ctx, draftId: string, remarkIds: string[]): Promise<string[]> {
  if (remarkIds.length === 0) throw new Problem('remarks-none', {}, 'remarks')
  const rows = await ctx.db
    .select({ id: remarks.id })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), inArray(remarks.id, remarkIds), isNull(remarks.withdrawnAt)))
    .orderBy(remarks.number)
  if (rows.length === 0) throw new Problem('remarks-none', {}, 'remarks')
  return rows.map(({ id }) => id)
}
