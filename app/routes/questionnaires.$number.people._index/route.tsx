import { Form, useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { invitedList, invitePeople } from '#app/domain/questionnaires/inviting.server.ts'
import { PeopleForm } from '#app/domain/questionnaires/page-forms.ts'
import { ComposeHead } from '#app/routes/questionnaires.$number.edit/compose-head.tsx'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { Table } from '#app/ui/table.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page, state } = await composedPage(args)
  const fixed = state.row.anonymous && state.current !== null
  return {
    ...page,
    page,
    closedList: state.row.audience === 'invited',
    fixed,
    invited: await invitedList(args.ctx, state),
  }
})

export const action = serveForm(PeopleForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { row } = await questionnaireByNumber(mine, numberOf(params.number))
  await invitePeople(mine, row.id, value.people)
  return done(`/questionnaires/${row.number}/people`, 'invited')
})

export default function PeoplePage() {
  const { page, invited, closedList } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.people
  const { input, ...of } = useServerForm<Record<'people', string>>()
  return (
    <Page width="text">
      <ComposeHead page={page} current="people" />
      <Stack gap={4}>
        {!closedList && <Notice title={words.onlyInvited} />}
        {closedList && (
          <FieldForm of={of} submit={words.add} gap={2}>
            <TextArea label={words.label} hint={words.hint} required {...input('people')} />
          </FieldForm>
        )}
        {closedList && invited.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
        {invited.length > 0 && <Invited />}
      </Stack>
    </Page>
  )
}

function Invited() {
  const { page, invited, fixed } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.people
  const done = invited.filter(({ answered }) => answered).length
  return (
    <Table
      caption={words.total(invited.length, done)}
      rows={invited}
      rowKey={({ number }) => number}
      columns={[
        { label: '№', head: true, cell: ({ number }) => number },
        { label: words.label, cell: ({ name }) => name ?? words.hiddenName },
        { label: words.answered, cell: ({ answered }) => (answered ? words.answered : words.waiting) },
        {
          label: words.remove,
          hideLabel: true,
          acts: true,
          cell: ({ number, answered }) =>
            !answered &&
            !fixed && (
              <Form method="post" action={`/questionnaires/${page.number}/people/removal`}>
                <input type="hidden" name="person" value={number} />
                <Button small>{words.remove}</Button>
              </Form>
            ),
        },
      ]}
    />
  )
}
