import { dayOf } from '#app/domain/ctx.ts'
import { panelIdOf, panelState } from '#app/domain/panels/facts.server.ts'
import { calledCriteria } from '#app/domain/panels/rounds/called.ts'
import { usualLastDay } from '#app/domain/panels/rounds/opening.server.ts'
import { nextSpare } from '#app/domain/panels/rounds/third-expert.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { filledSheets } from '#app/domain/panels/sheets/filled.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** What lies apart, and the two ways to deal with it. */
export async function callPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const state = await panelState(mine, await panelIdOf(mine, numberOf(params.number)))
  authorize(panelRules.reconcile, mine.actor, state.facts)
  const { form } = await formOf(mine, state.panel.questionnaireVersionId)
  const { difference, named } = sheetRulesOf(form)
  const spare = state.facts.sheetsClosed ? null : await nextSpare(mine, state)
  return {
    title: t.panels.rounds.call.title,
    panel: { number: state.panel.number, title: state.panel.title },
    ...{ difference, named },
    today: dayOf(ctx.now, ctx.zone),
    lastDay: usualLastDay(ctx),
    called: calledCriteria(form, await filledSheets(mine, state.panel.id), difference),
    third: spare && { name: spare.candidate.name, organisation: spare.candidate.organisation },
  }
}
