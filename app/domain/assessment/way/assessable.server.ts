/**
 * Who may be assessed at all (O-11): whose last application in the direction, when there is one, was admitted.
 *
 * People who come from papers have no application; for them the consent to processing is asked where results are entered.
 */
import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { applications } from '#db/schema/index.ts'

/** Problems at `earned`: result-no-consent while a nomination is unanswered or declined, result-not-admitted. */
export async function assertAssessable(ctx: Ctx, directionId: string, personId: string): Promise<void> {
  const [last] = await ctx.db
    .select({ state: applications.state })
    .from(applications)
    .where(and(eq(applications.personId, personId), eq(applications.directionId, directionId)))
    .orderBy(desc(applications.number))
    .limit(1)
  const reason = last ? stopping(last.state) : null
  if (reason) throw new Problem(reason, {}, 'earned')
}

/** Why a last application in this state keeps the person from the assessment; null: it does not. */
export function stopping(state: string): 'result-no-consent' | 'result-not-admitted' | null {
  if (state === 'nominated' || state === 'declined') return 'result-no-consent'
  return state === 'admitted' || state === 'closed' ? null : 'result-not-admitted'
}
