/** What may be decided on a request now. */
import type { z } from 'zod'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import type { RequestVerdict } from '#app/domain/reviews/course/course-forms.ts'
import {
  type RequestDecision,
  type RequestRow,
  requestRules,
} from '#app/domain/reviews/course/requesting.server.ts'
import { content } from '#content/load.ts'

/** The decisions that are open and the months of a plan; null when there is nothing for this person to decide. */
export function decisionView(ctx: ActingCtx, request: RequestRow) {
  const waits = request.state === 'sent' || request.state === 'planned'
  if (!waits || request.draftId || requestRules.decide(ctx.actor, {}) !== null) return null
  const kinds = ['accepted', 'planned', 'returned'] as const
  const month = dayOf(ctx.now, ctx.zone).slice(0, 7)
  return {
    kinds: request.state === 'sent' ? kinds : kinds.slice(0, 2),
    month:
      request.plannedYear === null
        ? month
        : `${request.plannedYear}-${String(request.plannedMonth).padStart(2, '0')}`,
    months: monthsFrom(month),
  }
}

/** The decision of a form that was found whole. */
export function verdictOf({ kind, reason, month = '' }: z.output<typeof RequestVerdict>): RequestDecision {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return kind === 'planned' ? { kind, reason, year, month: of } : { kind, reason }
}

/** This month and those to the end of the last year that may be planned, `YYYY-MM`. */
function monthsFrom(first: string): string[] {
  const [year = 0, month = 0] = first.split('-').map(Number)
  const count = 12 * content().settings.plan.yearsAhead + 13 - month
  return Array.from({ length: count }, (_, at) => {
    const from = year * 12 + month - 1 + at
    return `${Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, '0')}`
  })
}

export type DecisionView = NonNullable<ReturnType<typeof decisionView>>
