/** Conflicts of the people of a panel, for those who select; nobody else reads them. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { isBlind } from '#app/domain/panels/contests/blind.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { challengesOfPanel } from './challenged.server.ts'
import { decisionsOf } from './deciding.server.ts'
import { fingerprintOf } from './keeping.server.ts'
import { recusalsOfPanel } from './recused.server.ts'
import { conflictRules } from './rules.ts'
import { conflictsOfSeats } from './seated.server.ts'

/** Members and reserve with what is found of them today, and the decisions that stand. */
export async function conflictsByNumber(ctx: ActingCtx, number: number) {
  const shown = await panelByNumber(ctx, number)
  authorize(conflictRules.read, ctx.actor, shown.facts)
  const found = await conflictsOfSeats(ctx, shown)
  const decisions = await decisionsOf(ctx, shown.panel.id)
  const { submissionId } = shown.object
  // of a work known by code the evidence would tell whose it is
  const blind = submissionId !== null && (await isBlind(ctx, submissionId))
  return {
    panel: shown.panel,
    challenges: await challengesOfPanel(ctx, shown.panel.id),
    recusals: await recusalsOfPanel(ctx, shown.panel.id),
    may: conflictRules.replace(ctx.actor, shown.facts) === null,
    seats: shown.seated.map(({ id, personId, place, standing }) => ({
      ...{ id, standing, name: place.name, number: place.number },
      findings: (found.get(personId) ?? []).map((one) => {
        const made = decisions.find(
          ({ conflict }) =>
            conflict.personId === personId &&
            conflict.kind === one.kind &&
            conflict.fingerprint === fingerprintOf(one.facts),
        )
        return { ...one, facts: blind ? [] : one.facts, ground: made?.decision.ground ?? null }
      }),
    })),
  }
}
