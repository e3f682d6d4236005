import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'
import styles from './card.module.css'
import { cardPage, type EventView } from './card-view.server.ts'
import { Programme } from './programme.tsx'
import { Side } from './side.tsx'

export const loader = serve(cardPage)

export { cardMeta as meta } from '#app/routes/practices.$number._index/meta.ts'

export default function EventPage() {
  const event = useLoaderData<typeof loader>() as EventView
  const { events } = useMessages()
  const format = useFormat()
  const { card: words, work } = events
  const { number, name, series, edition, state, about, items, steps, reason, startsAt } = event
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/events', label: events.title }]}
        eyebrow={series ?? words.number(number)}
        title={name}
        lang="ru"
        meta={[edition && words.edition(edition), format.date(startsAt), events.states[state]]
          .filter(Boolean)
          .join(' · ')}
      />
      <Split side={<Side event={event} />}>
        <Stack gap={4}>
          {state === 'cancelled' && (
            <Notice kind="error" title={words.cancelled}>
              <p>
                {words.reason}: <span lang="ru">{reason}</span>
              </p>
            </Notice>
          )}
          {steps.length > 0 && (
            <Notice kind="info" title={state === 'draft' ? words.draftNote : work.title}>
              <Row>
                {steps.map((step) => (
                  <LinkButton key={step} href={`/events/${number}/${step}`} small>
                    {work.steps[step]}
                  </LinkButton>
                ))}
              </Row>
            </Notice>
          )}
          {about && (
            <section className={styles.part}>
              <h2>{words.about}</h2>
              <p className={styles.about} lang="ru">
                {about}
              </p>
            </section>
          )}
          <section className={styles.part}>
            <h2>{words.programme}</h2>
            <Programme items={items} />
          </section>
        </Stack>
      </Split>
    </Page>
  )
}
