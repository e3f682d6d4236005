import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { loader } from './route.tsx'

/** The way to a person: by number or name, each leading to the page that asks for a reason. */
export function FindPeople() {
  const { query, people } = useLoaderData<typeof loader>()
  const { closedData: words, experts } = useMessages()
  return (
    <section>
      <Form method="get" role="search">
        <Row>
          <Field
            label={words.find.label}
            name="q"
            type="search"
            defaultValue={query}
            required
            maxLength={100}
          />
          <Button look="main">{words.find.submit}</Button>
        </Row>
      </Form>
      {query !== '' && people.length === 0 && (
        <EmptyState title={words.find.none}>{words.find.noneText}</EmptyState>
      )}
      <Stack gap={1}>
        {people.map(({ number, name }) => (
          <p key={number}>
            <Anchor href={`/desk/closed/people/${number}`}>{name}</Anchor>{' '}
            <small>{experts.number(number)}</small>
          </p>
        ))}
      </Stack>
    </section>
  )
}
