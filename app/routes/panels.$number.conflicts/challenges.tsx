import { useLoaderData } from '@remix-run/react'
import { ChallengeTag } from '#app/routes/panels.$number.challenges.$id/tag.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import type { conflictsPage } from './load.server.ts'

/** Who was challenged, those that wait for an answer first. */
export function Challenges() {
  const { challenges, panel } = useLoaderData<typeof conflictsPage>()
  const { conflicts, protocol } = useMessages().panels
  const { challenge: words } = conflicts
  const format = useFormat()
  if (challenges.length === 0) return null
  return (
    <section aria-labelledby="challenges">
      <SectionHead title={words.section} id="challenges" />
      <WorkList>
        {challenges.map(({ id, whom, standing, madeOn, due }) => (
          <WorkRow
            key={id}
            href={`/panels/${panel.number}/challenges/${id}`}
            title={whom.name ?? protocol.numberOnly(whom.number)}
            state={<ChallengeTag standing={standing} />}
          >
            {words.made(format.day(madeOn))}
            {(standing === 'waiting' || standing === 'late') && `; ${words.due(format.day(due))}`}
          </WorkRow>
        ))}
      </WorkList>
    </section>
  )
}
