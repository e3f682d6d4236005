import { Form, useLoaderData } from '@remix-run/react'
import { ItemForm } from '#app/domain/events/forms.ts'
import { saveItem } from '#app/domain/events/programme.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Table } from '#app/ui/table.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ItemFields, type ItemValues } from './item-fields.tsx'
import { programmePage } from './programme.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(programmePage)

export const action = serveForm(ItemForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await saveItem(acting(ctx), number, value)
  return done(`/events/${number}/programme`, 'saved')
})

export default function ProgrammePage() {
  const { number, name, items, begins, writer } = useLoaderData<typeof loader>()
  const words = useMessages().events.work.programme
  const format = useFormat()
  const fresh = { startsAt: begins, endsAt: begins, title: '', speakers: '', practice: '' }
  const { input, ...of } = useServerForm<ItemValues>(fresh)
  const path = `/events/${number}/programme`
  return (
    <Page>
      <PageHead crumbs={[{ href: `/events/${number}`, label: name }]} title={words.title} lead={words.lead} />
      <Stack gap={4}>
        {items.length === 0 && <p>{words.empty}</p>}
        {items.length > 0 && (
          <Table
            caption={words.caption}
            hideCaption
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                label: words.time,
                cell: ({ at, until }) => `${format.dayMonth(at)}, ${format.time(at)}–${format.time(until)}`,
              },
              { label: words.name, head: true, cell: ({ title }) => <span lang="ru">{title}</span> },
              { label: words.speakers, cell: ({ speakers }) => speakers.replaceAll('\n', ', ') },
              { label: words.practice, cell: ({ practice }) => practice },
              {
                label: words.acts,
                hideLabel: true,
                acts: true,
                cell: ({ id, title }) => (
                  <Row>
                    <LinkButton href={`${path}/${id}`} small aria-label={`${words.edit}: ${title}`}>
                      {words.edit}
                    </LinkButton>
                    <Form method="post" action={`${path}/removal`}>
                      <input type="hidden" name="item" value={id} />
                      <Button look="quiet" small aria-label={`${words.remove}: ${title}`}>
                        {words.remove}
                      </Button>
                    </Form>
                  </Row>
                ),
              },
            ]}
          />
        )}
        <FieldForm key={items.length} of={of} submit={words.add} writer={writer} lead={<h2>{words.add}</h2>}>
          <ItemFields input={input} />
        </FieldForm>
      </Stack>
    </Page>
  )
}
