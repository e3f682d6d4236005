import { useLoaderData } from '@remix-run/react'
import { challengeOf } from '#app/domain/panels/conflicts/challenged.server.ts'
import { answerChallenge } from '#app/domain/panels/conflicts/challenging.server.ts'
import { ChallengeAnswerForm } from '#app/domain/panels/conflicts/forms.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { Answering } from './answering.tsx'
import { Made } from './made.tsx'
import { ChallengeTag } from './tag.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const shown = await challengeOf(acting(ctx), numberOf(params.number), idOf(params.id))
  const title = t.panels.conflicts.challenge.one(shown.panel.number)
  return { title, writer: ctx.actor?.number ?? 0, ...shown }
})

export const action = serveForm(ChallengeAnswerForm, async ({ ctx, params, value }) => {
  const { id, panel } = await challengeOf(acting(ctx), numberOf(params.number), idOf(params.id))
  await answerChallenge(acting(ctx), id, value)
  return done(`/panels/${panel.number}/challenges/${id}`, 'decided')
})

/** One challenge: what was said, and the answer or the form of it. */
export default function ChallengedPage() {
  const { title, panel, object, answers, standing, may } = useLoaderData<typeof loader>()
  const { conflicts } = useMessages().panels
  const back = answers
    ? { href: `/panels/${panel.number}/conflicts`, label: conflicts.page.title }
    : { href: '/cabinet/challenges', label: conflicts.challenge.ownTitle }
  return (
    <Page width="text">
      <PageHead
        crumbs={[back]}
        title={title}
        lead={<ObjectLink object={object} />}
        meta={<ChallengeTag standing={standing} />}
      />
      <Stack gap={4}>
        <Made />
        {may && <Answering />}
      </Stack>
    </Page>
  )
}
