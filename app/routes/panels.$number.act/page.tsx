import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SignedFileField } from '#app/ui/signed-file-field.tsx'
import type { actPage } from './load.server.ts'

/** The draft order, the form for the signed one, and what was entered before. */
export function ActPage() {
  const { title, number, byAct, denial, same } = useLoaderData<typeof actPage>()
  const { panels } = useMessages()
  const words = panels.invites.act
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: panels.number(number) }]}
        title={title}
        lead={byAct ? words.needed : words.optional}
      />
      <Stack gap={6}>
        <Standing />
        <Entered />
        {denial !== null ? (
          <Notice kind="info">{denial}</Notice>
        ) : same ? (
          <Notice kind="success">{words.same}</Notice>
        ) : (
          <>
            <Draft />
            <Enter />
          </>
        )}
        <Switch />
      </Stack>
    </Page>
  )
}

function Switch() {
  const { number, byAct, maySwitch } = useLoaderData<typeof actPage>()
  const { act: words } = useMessages().panels.invites
  if (!maySwitch) return null
  return (
    <Form method="post" action={`/panels/${number}/act/switch`}>
      <input type="hidden" name="byAct" value={byAct ? 'off' : 'on'} />
      <Button small look="quiet">
        {byAct ? words.off : words.on}
      </Button>
    </Form>
  )
}

function Standing() {
  const { lines, secretary } = useLoaderData<typeof actPage>()
  const { act: words } = useMessages().panels.invites
  return (
    <section aria-labelledby="standing">
      <SectionHead title={words.standing} id="standing" />
      <Facts
        facts={[
          ...lines.map(({ name, role }) => ({ term: words.role[role], value: name, lang: 'ru' })),
          { term: words.secretary, value: secretary, lang: 'ru' },
        ]}
      />
    </section>
  )
}

function Entered() {
  const { number, acts } = useLoaderData<typeof actPage>()
  const { act: words } = useMessages().panels.invites
  const format = useFormat()
  if (acts.length === 0) return null
  return (
    <section aria-labelledby="entered">
      <SectionHead title={words.entered} id="entered" />
      <ul>
        {acts.map((act) => (
          <li key={act.id}>
            {words.kinds[act.kind]} {words.line(act.number, format.day(act.day))}
            {act.scan && (
              <>
                {' · '}
                <a href={`/panels/${number}/act/${act.id}/scan`}>{words.scanLink}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Draft() {
  const { number, acts } = useLoaderData<typeof actPage>()
  const { act: words } = useMessages().panels.invites
  return (
    <section aria-labelledby="draft">
      <SectionHead title={words.draft} id="draft">
        {words.draftLead}
      </SectionHead>
      <Row>
        <LinkButton href={`/panels/${number}/act/order.docx`}>
          {acts.length > 0 ? words.amendment : words.download}
        </LinkButton>
      </Row>
    </section>
  )
}

function Enter() {
  const { seal, megabytes } = useLoaderData<typeof actPage>()
  const { act: words } = useMessages().panels.invites
  const { input, ...of } = useServerForm<Record<'number' | 'day' | 'file', string>>()
  return (
    <section aria-labelledby="enter">
      <SectionHead title={words.enter} id="enter" />
      <FieldForm of={of} submit={words.submit} files>
        <input type="hidden" name="seal" value={seal} />
        <Field label={words.number} required maxLength={60} {...input('number')} />
        <Field label={words.day} type="date" required {...input('day')} />
        <SignedFileField label={words.scan} hint={words.scanHint(megabytes)} input={input('file')} optional />
      </FieldForm>
    </section>
  )
}
