import { actsOf, compositionOf } from '#app/domain/panels/composition/acts.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** The act of composition: what stands, what was entered, and why nothing can be entered yet. */
export async function actPage({ ctx, params, t, services }: Args) {
  const mine = acting(ctx)
  const shown = await panelByNumber(mine, numberOf(params.number))
  const { panel, facts } = shown
  authorize(panelRules.read, mine.actor, facts)
  const [composition, acts] = [await compositionOf(mine, shown), await actsOf(mine, panel.id)]
  const denial = panelRules.compose(mine.actor, facts)
  const problems: Record<string, unknown> = t.problems
  const words = denial === null ? null : problems[denial]
  return {
    title: t.panels.invites.act.title,
    number: panel.number,
    byAct: facts.byAct,
    maySwitch: panelRules.byAct(mine.actor, facts) === null && acts.length === 0,
    denial: typeof words === 'string' ? words : denial,
    same: acts.length > 0 && facts.approved,
    seal: composition.sha256,
    secretary: composition.secretary?.name ?? null,
    lines: composition.lines.map(({ seatId, number, name, role }) => ({ seatId, number, name, role })),
    acts: acts.map(({ scan, ...act }) => ({ ...act, scan: scan !== null })),
    megabytes: services.content.settings.uploads.maxMegabytes,
  }
}
