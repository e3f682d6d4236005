/** Revoking a paper on somebody's life: by its owner, or by who keeps the registry. Its check page says so for ever. */
import { eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { issued } from '#db/schema/index.ts'
import { statementKind } from './kinds.ts'

/** Problems: not-found for a paper of another kind, paper-revoked for one that is revoked already. */
export async function revokeStatement(ctx: ActingCtx, code: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(issued).where(eq(issued.code, code)).for('update')
    const paper = found(row && statementKind(row.kind) ? row : null)
    authorize(expertRules.revokeStatement, ctx.actor, { holderId: paper.objectId })
    if (paper.revokedAt) throw new Problem('paper-revoked')
    const revokeReason = paper.objectId === ctx.actor.personId ? 'holder' : 'keeper'
    await ctx.db.update(issued).set({ revokedAt: ctx.now, revokeReason }).where(eq(issued.code, code))
    await record(ctx, 'statement.revoked', { kind: 'person', id: paper.objectId }, { kind: paper.kind })
  })
}
