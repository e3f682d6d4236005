/** Loader of a page with one step: the rule of the step says whether there is such a page for the visitor. */
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import { practiceRules } from '#app/domain/practices/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

const rules = {
  recall: 'recall',
  renewal: 'renew',
  withdrawal: 'withdraw',
  discarding: 'discard',
  restoration: 'restore',
} as const

export async function stepPage({ ctx, params, t }: Args, step: keyof typeof rules) {
  const { actor } = acting(ctx)
  const { practice, version, facts } = await practiceByNumber(ctx, numberOf(params.number))
  authorize(practiceRules[rules[step]], actor, facts)
  const { title } = t.practices.writing.step[step]
  return { title, step, number: practice.number, name: version.title, writer: actor.number }
}
export type StepView = Awaited<ReturnType<typeof stepPage>>
