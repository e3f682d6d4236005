import { useLoaderData } from '@remix-run/react'
import { AnswerAllForm } from '#app/domain/panels/contests/forms.ts'
import { ownAsked, refuseAnswers } from '#app/domain/panels/contests/running/answering.server.ts'
import { runState, settled, startRun } from '#app/domain/panels/contests/runs/asking.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { RunGoing } from '#app/routes/contests.$number.progress/run-going.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { AnswerAll } from './answer-all.tsx'
import { Mine } from './mine.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale }) => {
  const { contest, works, texts } = await ownAsked(acting(ctx), numberOf(params.number))
  const run = await runState(acting(ctx), contest.number, 'answers')
  return {
    title: t.contests.course.answer.title(contest.title),
    ...{ contest, works, writer: ctx.actor?.number ?? 0 },
    going: run?.state === 'running' ? run : null,
    held: run?.state === 'done' ? run.refused.map(({ code }) => code) : [],
    texts: texts.map(({ kind, title, text }) => ({ kind, title: title[locale], text })),
  }
})

/** Answers for all works that wait; those that could not be taken are named on the page. */
export const action = serveForm(AnswerAllForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const mine = acting(ctx)
  const answers = { accepted: value.accepted, reason: value.reason }
  await refuseAnswers(mine, number, answers)
  await settled(mine, await startRun(mine, number, 'answers', answers))
  return done(`/cabinet/invitations/contests/${number}`, 'answered')
})

export default function ContestAnswersPage() {
  const { title, works, held, going, contest } = useLoaderData<typeof loader>()
  const words = useMessages().contests.course.answer
  const waiting = works.some(({ answer, late }) => answer === null && !late)
  return (
    <section aria-labelledby="works">
      <SectionHead title={title} id="works" />
      <Stack gap={6}>
        {held.length > 0 && <Notice kind="warn">{words.held(held.join(', '))}</Notice>}
        {going && <RunGoing run={going} kind="answers" stop={`/contests/${contest.number}/stopping`} />}
        {waiting && !going && <AnswerAll />}
        <Mine />
      </Stack>
    </section>
  )
}
