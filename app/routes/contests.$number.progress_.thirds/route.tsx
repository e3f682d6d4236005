import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { courseOf } from '#app/domain/panels/contests/running/course.server.ts'
import { callThirds } from '#app/domain/panels/contests/running/thirds.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { BulkPage } from '#app/routes/contests.$number.progress/bulk-page.tsx'
import { toldOutcome } from '#app/routes/contests.$number.progress/outcome.server.ts'
import { acting, serve, serveAction } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { contest, facts, works } = await courseOf(acting(ctx), numberOf(params.number))
  authorize(contestRules.third, ctx.actor, facts)
  return {
    title: t.contests.course.thirds.title,
    ...{ number: contest.number, count: works.filter(({ next }) => next === 'third').length },
  }
})

/** Does it and says on this page which works stayed, and why. */
export const action = serveAction(async ({ ctx, params, t }) =>
  toldOutcome(await callThirds(acting(ctx), numberOf(params.number)), t),
)

export default function BulkRoute() {
  return <BulkPage step="thirds" />
}
