import { redirect } from '@remix-run/node'
import { documentAgreement } from '#app/domain/panels/agreement/of-document.ts'
import { type ConclusionView, conclusionOfPanel } from '#app/domain/panels/conclusions/reading.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { sheetRulesOf } from '#app/domain/questionnaires/sheet-rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

/** The seed of the interval is the document, so that the same sheets show the same. */
function agreementIn({ body }: ConclusionView, difference: number) {
  const { agreement } = content().settings.panels
  return documentAgreement(body.criteria, body.members, body.object.sha256, { ...agreement, difference })
}

/** The conclusion in work; an issued one has its own public page. */
export async function conclusionPage({ ctx, params, t }: Args) {
  const { state, view, denial } = await conclusionOfPanel(acting(ctx), numberOf(params.number))
  if (view?.issuedAt) throw redirect(`/conclusions/${view.body.number}`)
  const { form } = await formOf(ctx, state.panel.questionnaireVersionId)
  return {
    title: t.panels.conclusion.work,
    panel: { number: state.panel.number, title: state.panel.title },
    object: { kind: state.object.kind, title: state.object.name, href: state.object.href },
    editable: denial === null,
    view,
    agreement: view && agreementIn(view, sheetRulesOf(form).difference),
    mayReconcile: panelRules.reconcile(ctx.actor, state.facts) === null,
    roundOpen: state.facts.roundOpen,
  }
}
