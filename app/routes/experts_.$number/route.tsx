import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DayChoice } from '#app/routes/experts/day-choice.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { titled } from '#app/ui/titled.ts'
import { serve } from '#app/web/serve.server.ts'
import styles from './card.module.css'
import { CheckCode } from './check-code.tsx'
import { History } from './history.tsx'
import { StatusList } from './status-list.tsx'
import { expertPage } from './view.server.ts'

export const loader = serve(expertPage)

export const meta: MetaFunction<typeof loader> = (args) => [
  ...(titled(args) ?? []),
  ...(args.data?.jsonLd ? [{ 'script:ld+json': args.data.jsonLd }] : []),
]

export default function ExpertPage() {
  const { name, number, work, current, ahead, past, ...asOf } = useLoaderData<typeof loader>()
  const { day, known, today } = asOf
  const { experts } = useMessages()
  const words = experts.card
  return (
    <Page>
      <PageHead
        crumbs={[{ href: '/experts', label: experts.title }]}
        eyebrow={words.eyebrow(number)}
        title={name ?? words.hiddenTitle(number)}
        lead={name === null ? words.hiddenText : work && [work.post, work.organisation].join(', ')}
        meta={work?.municipality}
      />
      <Stack gap={4}>
        <DayChoice label={words.asOf} address={`/experts/${number}`} day={day} known={known} today={today} />
        <Split side={<Aside />}>
          <Stack gap={6}>
            <section>
              <SectionHead title={day === today ? words.current : words.currentThen} />
              {current.length === 0 ? (
                <p>{day === today ? words.noCurrent : words.noCurrentThen}</p>
              ) : (
                <StatusList statuses={current} />
              )}
            </section>
            {ahead.length > 0 && (
              <section>
                <SectionHead title={words.ahead} />
                <StatusList statuses={ahead} />
              </section>
            )}
            {name !== null && <History />}
            {past.length > 0 && (
              <section>
                <SectionHead title={words.past} />
                <StatusList statuses={past} />
              </section>
            )}
          </Stack>
        </Split>
      </Stack>
    </Page>
  )
}

function Aside() {
  const { number, own, work, former, current, firstDay, finished } = useLoaderData<typeof loader>()
  const { activation, experts } = useMessages()
  const format = useFormat()
  const words = experts.card
  const [before] = former
  return (
    <aside className={styles.aside} aria-label={words.facts}>
      <Facts
        facts={[
          { term: words.number, value: number },
          { term: words.firstDay, value: firstDay && experts.since(format.day(firstDay)) },
          { term: words.directions, value: format.number(current.length) },
          { term: words.finished, value: finished !== null && format.number(finished) },
          {
            term: words.work,
            value: work && (
              <Anchor href={`/experts?organisation=${work.organisationCode}`}>{work.organisation}</Anchor>
            ),
          },
          { term: words.formerWork, value: before && [before.post, before.organisation].join(', ') },
        ]}
      />
      <p className={styles.ground}>{words.ground}</p>
      <CheckCode />
      <p data-print="off">
        {!own && <Anchor href={`/cabinet/entry?number=${number}`}>{activation.entry.isItYou}</Anchor>}
      </p>
    </aside>
  )
}
