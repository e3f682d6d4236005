import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Meter } from '#app/ui/bar.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './applicants.module.css'
import type { loader } from './route.tsx'

/** Own applicants by step; each count leads to the queue of that step. */
export function Applicants() {
  const { stages } = useLoaderData<typeof loader>()
  const { applications, staff } = useMessages()
  const format = useFormat()
  return (
    <section>
      <SectionHead title={staff.applicants} />
      {stages.length === 0 && <p>{staff.nobody}</p>}
      <Facts
        facts={stages.map(({ stage, count }) => ({
          term: (
            <Anchor href={`/desk/applications?stage=${stage}`} className={styles.stage}>
              {applications.stages[stage]}
            </Anchor>
          ),
          value: format.number(count),
        }))}
      />
    </section>
  )
}

/** How far the yearly check has come. */
export function Checked() {
  const { checked } = useLoaderData<typeof loader>()
  const { check: words } = useMessages().staff
  const { done, all } = checked
  const percent = all === 0 ? 0 : Math.floor((done * 100) / all)
  return (
    <section>
      <SectionHead title={words.title} />
      <Stack gap={3}>
        <Meter label={words.label} value={done} max={all} valueText={words.done(done, all, percent)} />
        <div>
          <LinkButton href="/desk/staff/check">{words.open}</LinkButton>
        </div>
      </Stack>
    </section>
  )
}
