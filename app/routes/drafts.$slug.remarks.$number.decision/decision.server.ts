/** The page on which the developer answers a remark. */

import type { Ctx } from '#app/domain/ctx.ts'
import { numberOf } from '#app/domain/problem.ts'
import { boilerplatesOf } from '#app/domain/reviews/decisions/boilerplating.server.ts'
import { companionsOf } from '#app/domain/reviews/decisions/companions.server.ts'
import { decisionsFor } from '#app/domain/reviews/decisions/deciding.server.ts'
import { workOn } from '#app/domain/reviews/decisions/processing.server.ts'
import { dissentsOfRemark } from '#app/domain/reviews/inner/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { summaryRows } from '#app/domain/reviews/summary/summarising.server.ts'
import { suggestionsIn, workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { draftView, remarkView } from '#app/routes/drafts.$slug/views.server.ts'
import { suggestionView } from '#app/routes/drafts.$slug.suggestions/suggestion-view.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

/** Loader; for those who may decide on this remark. */
export async function decisionPage(args: Args) {
  const { facts, view } = await answering(args)
  authorize(reviewRules.decide, args.ctx.actor, facts)
  return view
}

/** Loader; for those who may recommend an answer to this remark. */
export async function recommendationPage(args: Args) {
  const { facts, view } = await answering(args)
  const assigned = view.work?.executorId === acting(args.ctx).actor.personId
  authorize(reviewRules.recommend, args.ctx.actor, { ...facts, assigned })
  const { recommended } = view.work ?? {}
  return { ...view, recommends: true, current: recommended ? { id: '', ...recommended } : null }
}

async function answering(args: Args) {
  const { ctx, params, t, locale } = args
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const { remark, facts } = await threadOf(ctx, shown.draft.id, numberOf(params.number), shown.current?.id)
  const suited = decisionsFor(remark.kind)
  const work = (await workOn(ctx, shown.draft.id)).get(remark.id) ?? null
  const companions = await companionsOf(ctx, remark.id)
  const ready = await boilerplatesOf(ctx, shown.draft.developerId)
  const rival = remark.replacement !== null ? await rivalsOf(ctx, shown.draft.id, remark.id, t) : null
  const view = {
    rival,
    title: t.reviewWork.decision.title(remark.number),
    recommends: false,
    work,
    companions: companions.map(({ number }) => number),
    ready: ready.map(({ id, text }) => ({ value: id, label: text })),
    draft: draftView(shown, locale),
    remark: remarkView(remark, t),
    grounds: remark.grounds,
    sources: remark.sources,
    dissents: remark.position
      ? (await dissentsOfRemark(ctx, remark.id)).map(({ id, body, name }) => ({ id, body, name }))
      : [],
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
  return { facts, view }
}

/** The proposal among the others to the same words; null when there are none. */
async function rivalsOf(ctx: Ctx, draftId: string, remarkId: string, t: Args['t']) {
  const place = await workplaceOf(ctx, draftId)
  const all = place ? await suggestionsIn(ctx, draftId, place) : []
  const own = all.find(({ remark, meets }) => remark.id === remarkId && meets.length > 0)
  return own ? suggestionView(own, t) : null
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
