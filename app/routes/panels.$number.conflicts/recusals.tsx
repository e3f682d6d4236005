import { useLoaderData } from '@remix-run/react'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { WorkList, WorkRow } from '#app/ui/work-list.tsx'
import type { conflictsPage } from './load.server.ts'

/** Who stepped back, when and why. */
export function Recusals() {
  const { recusals } = useLoaderData<typeof conflictsPage>()
  const { conflicts, protocol } = useMessages().panels
  const { recusal: words } = conflicts
  const format = useFormat()
  if (recusals.length === 0) return null
  return (
    <section aria-labelledby="recusals">
      <SectionHead title={words.section} id="recusals" />
      <WorkList>
        {recusals.map(({ id, number, name, day, conflict, reason }) => (
          <WorkRow
            key={id}
            href={`/experts/${number}`}
            title={name ?? protocol.numberOnly(number)}
            state={format.day(day)}
          >
            {conflict && `${words.declared}. `}
            <span lang="ru">{reason}</span>
          </WorkRow>
        ))}
      </WorkList>
    </section>
  )
}
