import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import type { contestPage } from './page.server.ts'

/** Nominations with their directions and places; added and removed while the contest is prepared. */
export function Nominations() {
  const { number, nominations, mayNominate } = useLoaderData<typeof contestPage>()
  const words = useMessages().contests.nominations
  return (
    <section>
      <SectionHead title={words.title}>
        {mayNominate && <LinkButton href={`/contests/${number}/nominations`}>{words.add}</LinkButton>}
      </SectionHead>
      {nominations.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          hideCaption
          rows={nominations}
          rowKey={({ id }) => id}
          columns={[
            { label: words.name, cell: ({ title }) => <span lang="ru">{title}</span>, head: true },
            {
              label: words.directions,
              cell: ({ directions }) => directions.map(({ title }) => title).join(', '),
            },
            { label: words.winners, cell: ({ winners }) => winners, number: true },
            { label: words.prizes, cell: ({ prizes }) => prizes, number: true },
            ...(mayNominate
              ? [
                  {
                    label: words.remove,
                    hideLabel: true,
                    acts: true,
                    cell: ({ id }: (typeof nominations)[number]) => (
                      <Form method="post" action={`/contests/${number}/nominations/removal`}>
                        <input type="hidden" name="id" value={id} />
                        <Button small>{words.remove}</Button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}
