import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { type Column, Table } from '#app/ui/table.tsx'

export type GrantRow = {
  id: string
  role: string
  scopeKind: string
  scope: string | null
  from: string
  until: string | null
  ground: string
  person: { number: number; familyName: string; givenName: string; patronymic: string }
}

/** Roles in force, with a way to end each. With `people` the first column says whose they are. */
export function GrantTable({ grants, people = false }: { grants: readonly GrantRow[]; people?: boolean }) {
  const { admin, accounts } = useMessages()
  const words = admin.grants
  const format = useFormat()
  const kinds: Record<string, string> = words.scopeKinds
  const person: Column<GrantRow> = {
    label: words.person,
    head: true,
    cell: ({ person }) => (
      <Anchor href={`/admin/grants/${person.number}`}>
        {person.familyName} {person.givenName} {person.patronymic}
      </Anchor>
    ),
  }
  const columns: Column<GrantRow>[] = [
    ...(people ? [person] : []),
    { label: words.role, head: !people, cell: ({ role }) => role },
    { label: words.scopeKind, cell: ({ scope, scopeKind }) => scope ?? kinds[scopeKind] },
    {
      label: words.term,
      cell: ({ from, until }) =>
        until
          ? format.days(from, until, true)
          : `${accounts.cabinet.fromDay(format.dayDigits(from))}, ${accounts.cabinet.forever}`,
    },
    { label: words.ground, cell: ({ ground }) => ground },
    {
      label: words.end,
      hideLabel: true,
      cell: ({ id, person }) => (
        <Form method="post" action={`/admin/grants/${person.number}/${id}`}>
          <Button small>{words.end}</Button>
        </Form>
      ),
    },
  ]
  return <Table caption={words.current} hideCaption columns={columns} rows={grants} rowKey={({ id }) => id} />
}
