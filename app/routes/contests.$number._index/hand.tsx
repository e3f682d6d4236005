import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { contestPage } from './page.server.ts'

/** The works that the visitor's organisations have in this contest. */
export function Own() {
  const { own } = useLoaderData<typeof contestPage>()
  const { contests: words } = useMessages()
  if (own.length === 0) return null
  return (
    <Notice title={words.yours}>
      <ul>
        {own.map(({ number, title, state, organisation }) => (
          <li key={number}>
            <Anchor href={`/works/${number}`}>{title || words.work.untitled}</Anchor>, {organisation}:{' '}
            {words.work.state[state]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Where a work is begun, for who hands in for an organisation while works are taken. */
export function Hand() {
  const { number, hands, nominations } = useLoaderData<typeof contestPage>()
  const words = useMessages().contests.page
  if (hands.length === 0) return null
  return (
    <section>
      <SectionHead title={words.hand} />
      <Form method="post" action={`/contests/${number}/entry`}>
        <Stack gap={3}>
          <p>{words.beginLead}</p>
          <Select
            label={words.nomination}
            name="nominationId"
            options={nominations.map(({ id, title }) => ({ value: id, label: title }))}
            required
          />
          <Select label={words.whose} name="organisationId" options={hands} required />
          <div>
            <Button look="main">{words.begin}</Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}
