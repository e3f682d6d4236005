import { useLoaderData } from '@remix-run/react'
import { AnswerAllForm } from '#app/domain/panels/contests/forms.ts'
import { answerAll, ownAsked } from '#app/domain/panels/contests/running/answering.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { AnswerAll } from './answer-all.tsx'
import { Mine } from './mine.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t, locale, url }) => {
  const { contest, works, texts } = await ownAsked(acting(ctx), numberOf(params.number))
  const held = (url.searchParams.get('held') ?? '').split(',')
  return {
    title: t.contests.course.answer.title(contest.title),
    ...{ contest, works, writer: ctx.actor?.number ?? 0 },
    held: works.filter(({ code }) => held.includes(code)).map(({ code }) => code),
    texts: texts.map(({ kind, title, text }) => ({ kind, title: title[locale], text })),
  }
})

/** Answers for all works that wait; those that could not be taken are named on the page. */
export const action = serveForm(AnswerAllForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  const { refused } = await answerAll(acting(ctx), number, value)
  const held = refused.map(({ code }) => code).join(',')
  return done(`/cabinet/invitations/contests/${number}${held ? `?held=${held}` : ''}`, 'answered')
})

export default function ContestAnswersPage() {
  const { title, works, held } = useLoaderData<typeof loader>()
  const words = useMessages().contests.course.answer
  const waiting = works.some(({ answer, late }) => answer === null && !late)
  return (
    <section aria-labelledby="works">
      <SectionHead title={title} id="works" />
      <Stack gap={6}>
        {held.length > 0 && <Notice kind="warn">{words.held(held.join(', '))}</Notice>}
        {waiting && <AnswerAll />}
        <Mine />
      </Stack>
    </section>
  )
}
