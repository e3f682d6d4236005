/** The page on which the developer answers a remark. */

import type { Ctx } from '#app/domain/ctx.ts'
import { numberOf } from '#app/domain/problem.ts'
import { decisionsFor } from '#app/domain/reviews/deciding.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { summaryRows } from '#app/domain/reviews/summarising.server.ts'
import { threadOf } from '#app/domain/reviews/threads.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { draftView, remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

/** Loader; for those who may decide on this remark. */
export async function decisionPage(args: Args) {
  const { ctx, params, t, locale } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, shown.draft.id, numberOf(params.number), shown.current?.id)
  authorize(reviewRules.decide, ctx.actor, facts)
  const suited = decisionsFor(remark.kind)
  return {
    title: t.reviewWork.decision.title(remark.number),
    draft: draftView(shown, locale),
    remark: remarkView(remark, t),
    current: remark.decision && {
      id: remark.decision.id,
      decision: remark.decision.decision,
      reason: remark.decision.reason,
    },
    options: content()
      .remarks.decisions.filter(({ code }) => suited.includes(code))
      .map(({ code, title, hint }) => ({ value: code, label: title[locale], hint: hint[locale] })),
    max: content().settings.text.reason,
  }
}

export type DecisionView = Awaited<ReturnType<typeof decisionPage>>

/** The next remark in the order of the text that still waits, after the one just answered; null when none does. */
export async function nextWaiting(ctx: Ctx, draftId: string, answered: number): Promise<number | null> {
  const rows = await summaryRows(ctx, draftId)
  const at = rows.findIndex(({ number }) => number === answered)
  const waiting = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(
    ({ decision, kind, hidden, number }) =>
      decision === null && kind !== 'support' && !hidden && number !== answered,
  )
  return waiting?.number ?? null
}
