import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import type { peoplePage } from './load.server.ts'

type Named = Awaited<ReturnType<typeof peoplePage>>['named'][number]

/** Naming people beforehand; shown by the page and by the address of its removal. */
export function PeoplePage() {
  const { number, name } = useLoaderData<typeof peoplePage>()
  const { asking } = useMessages().panels
  const { input, check: _check, value: _value, ...of } = useServerForm<Record<string, string>>()
  const standings = (['fixed', 'excluded'] as const).map((value) => ({
    value,
    label: asking.standings[value],
  }))
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: name }]}
        title={asking.peopleTitle}
        lead={asking.peopleLead}
      />
      <Stack gap={4}>
        <People />
        <FieldForm of={of} submit={asking.name} action={`/panels/${number}/people`}>
          <Field label={asking.number} type="number" min={1} required {...input('number')} />
          <Select label={asking.standing} options={standings} required {...input('standing')} />
          <TextArea label={asking.reason} rows={3} maxLength={500} required {...input('reason')} />
        </FieldForm>
      </Stack>
    </Page>
  )
}

function People() {
  const { named, number } = useLoaderData<typeof peoplePage>()
  const { asking, protocol } = useMessages().panels
  const nameOf = (one: Named) => one.name ?? protocol.numberOnly(one.number)
  const columns: Column<Named>[] = [
    {
      label: asking.columns.expert,
      head: true,
      cell: (one) => <PersonName name={nameOf(one)} href={`/experts/${one.number}`} />,
    },
    { label: asking.columns.standing, cell: ({ standing }) => asking.standings[standing] },
    { label: asking.columns.reason, cell: ({ reason }) => reason },
    {
      label: asking.columns.do,
      cell: (one) => (
        <Form method="post" action={`/panels/${number}/people/removal`}>
          <input type="hidden" name="personId" value={one.personId} />
          <Button small>
            {asking.remove}
            <VisuallyHidden>: {nameOf(one)}</VisuallyHidden>
          </Button>
        </Form>
      ),
    },
  ]
  return (
    <section aria-labelledby="named">
      <SectionHead title={asking.named} id="named" />
      {named.length === 0 ? (
        <EmptyState title={asking.nobody} />
      ) : (
        <Table
          caption={asking.named}
          hideCaption
          columns={columns}
          rows={named}
          rowKey={({ personId }) => personId}
        />
      )}
    </section>
  )
}
