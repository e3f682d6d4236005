/** The deputy of the chair acts for one conclusion when it is written down why; until the document is opened it can be undone. */
import { eq } from 'drizzle-orm'
import { keepIdentity } from '#app/domain/accounts/signing/accord.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusionDeputies } from '#db/schema/index.ts'
import { takeBack, tellHead } from './agreeing.server.ts'
import { lockConclusion } from './facts.server.ts'
import { conclusionRules } from './rules.ts'

/** Names the member who acts for the chair. Answers and signatures given before are asked for anew. */
export async function deputeHead(
  ctx: ActingCtx,
  panelId: string,
  { personId, reason }: { personId: string; reason: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.depute, ctx.actor, state.facts)
    const { memberIds, chairId } = state.panel.facts
    if (!memberIds.includes(personId) || personId === chairId)
      throw new Problem('deputy-member', {}, 'personId')
    const row = found(state.row)
    await takeBack(ctx, state)
    const { personId: recordedById } = ctx.actor
    const fresh = { personId, reason, recordedById, recordedAt: ctx.now }
    await ctx.db
      .insert(conclusionDeputies)
      .values({ conclusionId: row.id, ...fresh })
      .onConflictDoUpdate({ target: conclusionDeputies.conclusionId, set: fresh })
    await record(ctx, 'conclusion.deputy-named', { kind: 'conclusion', id: row.id })
    await tellHead(
      ctx,
      { ...state, facts: { ...state.facts, headId: personId } },
      'conclusion.deputy',
      row.id,
    )
  })
}

/** The chair acts again. */
export async function endDeputy(ctx: ActingCtx, panelId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.depute, ctx.actor, state.facts)
    if (!state.deputy) throw new Problem('conflict')
    await takeBack(ctx, state)
    await ctx.db
      .delete(conclusionDeputies)
      .where(eq(conclusionDeputies.conclusionId, state.deputy.conclusionId))
    await record(ctx, 'conclusion.deputy-ended', { kind: 'conclusion', id: state.deputy.conclusionId })
  })
}

/** Says that a document of a member was seen, so that the member may sign simply. */
export async function identifyMember(
  ctx: ActingCtx,
  panelId: string,
  { personId, ...seen }: { personId: string; document: string; checkedOn: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.identify, ctx.actor, state.facts)
    if (!state.facts.memberIds.includes(personId)) throw new Problem('not-found')
    await keepIdentity(ctx, personId, seen)
  })
}
