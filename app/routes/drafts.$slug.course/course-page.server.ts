/** The course of a discussion: its terms with their limits and grounds, everything that happened, what may be done. */
import { courseOf } from '#app/domain/reviews/course/course.server.ts'
import { reachesProvisional } from '#app/domain/reviews/course/terms.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import type { Args } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'

const verbs = [
  { rule: 'changeStages', verb: 'prolongation' },
  { rule: 'pause', verb: 'pause' },
  { rule: 'resume', verb: 'resumption' },
  { rule: 'cancel', verb: 'cancellation' },
  { rule: 'correct', verb: 'erratum' },
  { rule: 'withdraw', verb: 'withdrawal' },
] as const

/** Loader; for everybody who may read the draft. */
export async function coursePage(args: Args) {
  const { ctx, params, t } = args
  const shown = await draftBySlug(ctx, params.slug ?? '')
  const { draft, facts, stages, progress, halt } = shown
  const set = stages.length > 0
  const running = set && progress !== 'over'
  const offered = verbs.filter(({ rule, verb }) => {
    const needs = verb === 'withdrawal' || verb === 'erratum' || (verb === 'cancellation' ? set : running)
    return needs && reviewRules[rule](ctx.actor, facts) === null
  })
  return {
    title: `${t.reviewCourse.title} · ${draft.title}`,
    draft: { slug: draft.slug, title: draft.title },
    pausedAt: halt?.pausedAt ?? null,
    cancelledAt: halt?.cancelledAt ?? null,
    verbs: offered.map(({ verb }) => ({
      href: `/drafts/${draft.slug}/${verb}`,
      label: t.reviewCourse[verb].title,
    })),
    provisional: stages.some((stage) => reachesProvisional(stage, content().calendars)),
    stages: stages.map(({ id, title, firstDay, lastDay, unit, minDays, maxDays, basis, who }) => {
      return { id, title, firstDay, lastDay, unit, minDays, maxDays, basis, who }
    }),
    entries: await courseOf(ctx, shown),
  }
}

export type CourseView = Awaited<ReturnType<typeof coursePage>>
