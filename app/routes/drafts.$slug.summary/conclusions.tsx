import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { summaryPage } from './summary.server.ts'

/** What the panels concluded: beside the table, which is fixed when it is published, so that a later one is seen too. */
export function Conclusions() {
  const { conclusions } = useLoaderData<typeof summaryPage>()
  const { panels, conclusions: all } = useMessages()
  const { ofDraft: words } = all
  const format = useFormat()
  if (conclusions.length === 0) return null
  return (
    <section aria-labelledby="conclusions">
      <SectionHead title={words.title} id="conclusions" />
      <ul>
        {conclusions.map(({ number, issuedAt, revokedAt, verdict }) => (
          <li key={number}>
            <Anchor href={`/conclusions/${number}`}>{panels.conclusionNumber(number)}</Anchor>
            {verdict && <>: {verdict}</>}, {words.issued(format.day(issuedAt))}{' '}
            {revokedAt && <Tag tone="red">{words.revokedOn(format.day(revokedAt))}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  )
}
