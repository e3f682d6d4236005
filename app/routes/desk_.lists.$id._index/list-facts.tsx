import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './list.module.css'
import type { loader } from './route.tsx'

/** What the order of the list needs, who has agreed, the second act, and what was done. */
export function ListFacts() {
  return (
    <Stack gap={4}>
      <Needs />
      <Agreements />
      <SecondActs />
      <Way />
    </Stack>
  )
}

function Needs() {
  const view = useLoaderData<typeof loader>()
  const { page, form } = useMessages().candidates
  const format = useFormat()
  const { list, issuer, agreedWith, assessment, percent, order } = view
  const term = [
    list.firstDay ? page.from(format.dayDigits(list.firstDay)) : page.fromOrder,
    list.lastDay && page.until(format.dayDigits(list.lastDay)),
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <section>
      <SectionHead title={page.facts} />
      <Facts
        facts={[
          {
            term: page.direction,
            value: [list.direction, list.municipality].filter(Boolean).join(', '),
            lang: 'ru',
          },
          { term: page.effect, value: form.effects[list.effect] },
          { term: page.term, value: term },
          { term: page.issuer, value: issuer, lang: 'ru' },
          { term: page.agreedWith, value: agreedWith, lang: 'ru' },
          { term: page.assessment, value: assessment ? page.assessed(percent) : page.notAssessed },
          { term: page.basis, value: list.basis, lang: 'ru' },
          {
            term: page.order,
            value: order && (
              <Anchor href={`/orders/${order.slug}`}>
                {page.orderName(order.number, format.dayDigits(order.day))}
              </Anchor>
            ),
          },
        ]}
      />
    </section>
  )
}

function Agreements() {
  const { agreements, list } = useLoaderData<typeof loader>()
  const { page } = useMessages().candidates
  return (
    <section>
      <SectionHead title={page.agreement} />
      {agreements.length === 0 && <p>{page.noAgreement}</p>}
      <Facts
        facts={agreements.map(({ shortName, agreed }) => ({
          term: <span lang="ru">{shortName}</span>,
          value: agreed ? page.agreed : list.state === 'draft' ? page.notSent : page.waiting,
        }))}
      />
    </section>
  )
}

function SecondActs() {
  const { acts, list, mayAct } = useLoaderData<typeof loader>()
  const { page } = useMessages().candidates
  const format = useFormat()
  if (acts.length === 0) return null
  return (
    <section className={styles.side}>
      <SectionHead title={page.beside} />
      <Facts
        facts={acts.map(({ issuer, act }) => ({
          term: <span lang="ru">{issuer.shortName}</span>,
          value: act ? page.act(act.number, format.dayDigits(act.day)) : page.noAct,
        }))}
      />
      {mayAct && (
        <div>
          <LinkButton href={`/desk/lists/${list.id}/act`} small>
            {page.enterAct}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

function Way() {
  const { steps } = useLoaderData<typeof loader>()
  const { page } = useMessages().candidates
  const format = useFormat()
  if (steps.length === 0) return null
  return (
    <section>
      <SectionHead title={page.way} />
      <ol className={styles.way}>
        {steps.map(({ id, kind, at, reason, body }) => (
          <li key={id}>
            {format.date(at)}: {page.steps[kind]}
            {body && (
              <>
                {', '}
                <span lang="ru">{body}</span>
              </>
            )}
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
