import { takeBackText } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { conclusionRules } from '#app/domain/panels/conclusions/rules.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { ButtonForm } from '#app/domain/panels/forms.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { StepOfText, type TextStep } from '#app/routes/panels.$number.conclusion/step-of-text.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { facts, panel } = await knownConclusion(mine, numberOf(params.number))
  authorize(conclusionRules.edit, mine.actor, facts)
  const { takeBack: title, takeBackText: lead } = t.conclusions.agreement
  return { title, lead, number: panel.panel.number } satisfies TextStep
})

export const action = serveForm(ButtonForm, async ({ ctx, params }) => {
  const number = numberOf(params.number)
  await takeBackText(acting(ctx), await panelIdOf(ctx, number))
  return done(`/panels/${number}/conclusion`, 'saved')
})

/** The text comes back from the members. */
export default StepOfText
