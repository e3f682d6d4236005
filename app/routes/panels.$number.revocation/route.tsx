import { ReasonForm } from '#app/domain/panels/conclusions/forms.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { revokeConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
import { conclusionRules } from '#app/domain/panels/conclusions/rules.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { found, numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type ReasonedStep, ReasonStep } from '#app/routes/panels.$number.conclusion/reason-step.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { facts, body } = await knownConclusion(mine, numberOf(params.number))
  authorize(conclusionRules.revoke, mine.actor, facts)
  const { number } = found(body)
  const title = t.conclusions.revoking.title(number)
  return { title, number, of: 'revoking', writer: mine.actor.number } satisfies ReasonedStep
})

export const action = serveForm(ReasonForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const mine = acting(ctx)
  const panelId = await panelIdOf(ctx, number)
  const { body } = await knownConclusion(mine, number)
  await revokeConclusion(mine, panelId, value.reason)
  return done(`/conclusions/${found(body).number}`, 'saved')
})

/** Takes an issued conclusion back. */
export default ReasonStep
