/** The pages that steer a discussion: each for those whom its rule lets, with the stages it may speak of. */
import { dayOf } from '#app/domain/ctx.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { type DraftFacts, reviewRules } from '#app/domain/reviews/rules.ts'
import { authorize, type Rule } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

type Steering = 'changeStages' | 'pause' | 'resume' | 'cancel' | 'withdraw' | 'correct'

/** The draft with its stages that have not ended, for a form; a Problem when the rule refuses. */
export async function verbPage({ ctx, params, t }: Args, rule: Steering, title: (t: Args['t']) => string) {
  acting(ctx)
  const shown = await draftBySlug(ctx, params.slug ?? '')
  authorize(reviewRules[rule] as Rule<DraftFacts>, ctx.actor, shown.facts)
  const today = dayOf(ctx.now, ctx.zone)
  return {
    title: `${title(t)} · ${shown.draft.title}`,
    draft: { slug: shown.draft.slug, title: shown.draft.title },
    stages: shown.stages
      .filter(({ lastDay }) => lastDay >= today)
      .map(({ id, title, lastDay }) => ({ id, title, lastDay })),
  }
}
