import { redirect } from '@remix-run/node'
import { documentAgreement } from '#app/domain/panels/agreement/of-document.ts'
import { agreementOfText } from '#app/domain/panels/conclusions/following.server.ts'
import { type ConclusionView, conclusionOfPanel } from '#app/domain/panels/conclusions/reading.server.ts'
import { statementsOf } from '#app/domain/panels/conclusions/statements.ts'
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
  const mine = acting(ctx)
  const { state, view, denial } = await conclusionOfPanel(mine, numberOf(params.number))
  if (view?.issuedAt) throw redirect(`/conclusions/${view.body.number}`)
  const { panel, object, facts } = state.panel
  const { form } = await formOf(ctx, panel.questionnaireVersionId)
  const statements = view ? statementsOf(view.body) : []
  return {
    title: t.panels.conclusion.work,
    panel: { number: panel.number, title: panel.title },
    object: { kind: object.kind, title: object.name, href: object.href },
    editable: denial === null,
    view,
    /** paragraphs of the text that name no row of the sheets */
    unmarked: statements.filter(({ items }) => items.length === 0).length,
    text: await agreementOfText(mine, state),
    agreement: view && agreementIn(view, sheetRulesOf(form).difference),
    mayReconcile: panelRules.reconcile(ctx.actor, facts) === null,
    roundOpen: facts.roundOpen,
  }
}
