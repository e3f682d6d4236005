/** A request as its page tells it: limits, how many people are named, what was changed. Reasons stay with the page of names. */
import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { Reason } from '#app/domain/panels/selecting.ts'
import { Problem } from '#app/domain/problem.ts'
import { panelRevisions } from '#db/schema/index.ts'
import { limitsOfPanel, namedIn } from './limiting.server.ts'
import { changesOf } from './relief.ts'

export async function requestTold(ctx: Ctx, panelId: string) {
  const limits = await limitsOfPanel(ctx, panelId)
  const named = await namedIn(ctx, panelId)
  const history = await ctx.db
    .select({ kind: panelRevisions.kind, changedAt: panelRevisions.changedAt })
    .from(panelRevisions)
    .where(eq(panelRevisions.panelId, panelId))
    .orderBy(desc(panelRevisions.revision))
    .limit(20)
  const count = (standing: string) => named.filter((one) => one.standing === standing).length
  return { limits, fixed: count('fixed'), excluded: count('excluded'), history }
}

/** What stands in the way, as a problem, and whether the page can offer a change. */
export function obstacleOf(binding: readonly Reason[] | null): { problem: Problem; eases: boolean } | null {
  const first = binding?.[0]
  if (!first) return null
  return { problem: new Problem(`selection-${first.code}`, first.facts), eases: changesOf(first) !== null }
}
