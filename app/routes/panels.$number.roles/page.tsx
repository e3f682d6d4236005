import { Form, useLoaderData, useLocation } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { rolesPage } from './load.server.ts'

/** Chair, deputy and secretary; and the days on which the chair is away. */
export function RolesPage() {
  const { title, number, absence, chair, deputy } = useLoaderData<typeof rolesPage>()
  const { panels } = useMessages()
  const away = useLocation().pathname.endsWith('/absence')
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: panels.number(number) }]}
        title={title}
        lead={panels.invites.roles.lead}
      />
      <Stack gap={6}>
        {!away && <Roles />}
        {absence ? <Away /> : chair !== '' && deputy !== '' && (away ? <Absence /> : <AwayLink />)}
      </Stack>
    </Page>
  )
}

function Roles() {
  const { number, members, staff, chair, deputy, secretary } = useLoaderData<typeof rolesPage>()
  const { roles: words } = useMessages().panels.invites
  const { ui } = useMessages()
  const { input, ...of } = useServerForm<Record<'chair' | 'deputy' | 'secretary', string>>({
    ...{ chair, deputy, secretary },
  })
  const nobody = { value: '', label: words.nobody }
  return (
    <FieldForm
      of={of}
      submit={words.submit}
      beside={<LinkButton href={`/panels/${number}`}>{ui.cancel}</LinkButton>}
    >
      <Select label={words.chair} options={[nobody, ...members]} {...input('chair')} />
      <Select label={words.deputy} options={[nobody, ...members]} {...input('deputy')} />
      <Select
        label={words.secretary}
        hint={words.secretaryHint}
        options={[nobody, ...staff]}
        {...input('secretary')}
      />
    </FieldForm>
  )
}

function AwayLink() {
  const { number } = useLoaderData<typeof rolesPage>()
  const { roles: words } = useMessages().panels.invites
  return (
    <div>
      <LinkButton href={`/panels/${number}/absence`}>{words.away}</LinkButton>
    </div>
  )
}

function Absence() {
  const { today, number } = useLoaderData<typeof rolesPage>()
  const { ui, panels } = useMessages()
  const words = panels.invites.roles
  const { input, ...of } = useServerForm<Record<'fromDay' | 'untilDay', string>>({ fromDay: today })
  return (
    <section aria-labelledby="away">
      <SectionHead title={words.away} id="away">
        {words.awayLead}
      </SectionHead>
      <FieldForm
        of={of}
        submit={words.awaySubmit}
        beside={<LinkButton href={`/panels/${number}/roles`}>{ui.cancel}</LinkButton>}
      >
        <Field label={words.from} type="date" required {...input('fromDay')} />
        <Field label={words.until} hint={words.untilHint} type="date" {...input('untilDay')} />
      </FieldForm>
    </section>
  )
}

function Away() {
  const { number, absence } = useLoaderData<typeof rolesPage>()
  const { roles: words } = useMessages().panels.invites
  const format = useFormat()
  if (!absence) return null
  return (
    <Notice
      kind="info"
      action={
        <Form method="post" action={`/panels/${number}/absence/end`}>
          <Button>{words.back}</Button>
        </Form>
      }
    >
      {words.awayNow(format.day(absence.from), absence.until && format.day(absence.until))}
    </Notice>
  )
}
