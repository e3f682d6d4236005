/** What the visitor may do with a card now, the first one first. Pure. */
import type { Actor } from '#app/domain/ctx.ts'
import { type PracticeFacts, practiceRules } from '#app/domain/practices/rules.ts'

const order = ['edit', 'recall', 'renew', 'withdraw', 'discard', 'restore'] as const
export type Step = 'edit' | 'recall' | 'renewal' | 'withdrawal' | 'discarding' | 'restoration'

const steps: Record<(typeof order)[number], Step> = {
  edit: 'edit',
  recall: 'recall',
  renew: 'renewal',
  withdraw: 'withdrawal',
  discard: 'discarding',
  restore: 'restoration',
}

/** `newest`: the version that is shown is the one that work goes on with. */
export function stepsOf(actor: Actor | null, facts: PracticeFacts, newest: boolean): Step[] {
  const may = order.filter((rule) => practiceRules[rule](actor, facts) === null)
  const all = [...new Set(may.map((rule) => steps[rule]))]
  return newest ? all : all.filter((step) => step !== 'discarding')
}
