import { useLoaderData } from '@remix-run/react'
import { ownChallenges } from '#app/domain/panels/conflicts/challenged.server.ts'
import { ChallengeTag } from '#app/routes/panels.$number.challenges.$id/tag.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import { acting, serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  return { title: t.panels.conflicts.challenge.ownTitle, challenges: await ownChallenges(acting(ctx)) }
})

/** Challenges that the person has made, with their answers. */
export default function OwnChallengesPage() {
  const { challenges } = useLoaderData<typeof loader>()
  const { challenge: words } = useMessages().panels.conflicts
  const format = useFormat()
  return (
    <section aria-labelledby="challenges">
      <SectionHead title={words.ownTitle} id="challenges">
        {words.ownLead}
      </SectionHead>
      {challenges.length === 0 ? (
        <EmptyState title={words.ownNone} />
      ) : (
        <WorkList>
          {challenges.map(({ id, panel, standing, madeOn, answeredOn, due }) => (
            <WorkRow
              key={id}
              href={`/panels/${panel.number}/challenges/${id}`}
              title={words.one(panel.number)}
              over={panel.title}
              state={<ChallengeTag standing={standing} />}
            >
              {words.made(format.day(madeOn))};{' '}
              {answeredOn ? words.answeredThen(format.day(answeredOn)) : words.due(format.day(due))}
            </WorkRow>
          ))}
        </WorkList>
      )}
    </section>
  )
}
