import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { courseOf } from '#app/domain/panels/contests/running/course.server.ts'
import { openReady } from '#app/domain/panels/contests/running/opening.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { BulkPage } from '#app/routes/contests.$number.progress/bulk-page.tsx'
import { toldOutcome } from '#app/routes/contests.$number.progress/outcome.server.ts'
import { acting, serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts, works } = await courseOf(acting(ctx), numberOf(params.number))
  authorize(contestRules.invite, ctx.actor, facts)
  return {
    title: t.contests.course.opening.title,
    ...{ number: contest.number, count: works.filter(({ next }) => next === 'ready').length },
  }
})

/** Does it and says on this page which works stayed, and why. */
export const action = serveAction(async ({ ctx, params, t }) =>
  toldOutcome(await openReady(acting(ctx), numberOf(params.number)), t),
)

export default function BulkRoute() {
  return <BulkPage step="opening" />
}
