/**
 * Revoking, and a new revision in the place of an old one. The old stays readable at its address and says so; a new
 * revision goes through agreement and signatures like the first.
 */
import { eq, inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { told } from '#app/domain/panels/objects/object.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { conclusions, issued, people } from '#db/schema/index.ts'
import type { ConclusionBody } from './assembling.ts'
import { lockConclusion } from './facts.server.ts'
import { conclusionRules } from './rules.ts'

/** Takes the last issued conclusion of the panel back; its check page says so for ever. */
export async function revokeConclusion(ctx: ActingCtx, panelId: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.revoke, ctx.actor, state.facts)
    const row = found(state.row)
    await ctx.db
      .update(issued)
      .set({ revokedAt: ctx.now, revokeReason: reason })
      .where(eq(issued.code, found(row.code)))
    await record(ctx, 'conclusion.revoked', { kind: 'conclusion', id: row.id }, { number: row.number })
    const { requestedById, secretaryId } = state.panel.panel
    const people = [
      requestedById,
      ...(state.panel.object.authorId ? [state.panel.object.authorId] : []),
      ...state.facts.memberIds,
    ]
    await notifyAll(ctx, [...people, ...(secretaryId ? [secretaryId] : [])], 'conclusion.revoked', {
      ...{ objectKind: 'conclusion', objectId: row.id, address: `/conclusions/${row.number}` },
      facts: { number: row.number, ...told(state.panel.object) },
    })
  })
}

/** Begins a revision in the place of the issued one, with its words; returns the number it will have. */
export async function reviseConclusion(ctx: ActingCtx, panelId: string, reason: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockConclusion(ctx, panelId)
    authorize(conclusionRules.revise, ctx.actor, state.facts)
    const [before, old] = [found(state.row), found(state.body)]
    const revision = before.revision + 1
    const number = `${state.panel.panel.number}-${revision}`
    const { agreement: _, deputy: __, ...words } = old
    const [chair] = await ctx.db
      .select({ number: people.number })
      .from(people)
      .where(inArray(people.id, [state.panel.facts.chairId ?? '00000000-0000-0000-0000-000000000000']))
    const body: ConclusionBody = {
      ...words,
      ...{ number, chair: chair?.number ?? words.chair, edition: 1 },
      supersedes: { number: before.number, reason },
    }
    const id = uuidv7()
    await ctx.db.insert(conclusions).values({
      ...{ id, number, panelId, revision, body: { ...body }, supersedesId: before.id },
      ...{ createdAt: ctx.now, savedAt: ctx.now },
    })
    await record(ctx, 'conclusion.begun-anew', { kind: 'conclusion', id }, { number, before: before.number })
    return number
  })
}
