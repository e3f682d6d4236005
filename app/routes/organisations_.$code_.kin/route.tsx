import { Form, useLoaderData } from '@remix-run/react'
import { Succession } from '#app/domain/organisations/forms.ts'
import { addSuccession } from '#app/domain/organisations/succeeding.server.ts'
import { keptCard } from '#app/routes/organisations_.$code/kept.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { code, shortName, predecessors, successors } = await keptCard(acting(ctx), params.code)
  const of = (side: 'predecessor' | 'successor') => (one: (typeof predecessors)[number]) => ({ ...one, side })
  return {
    title: t.organisationCard.kin,
    ...{ code, shortName },
    kin: [...predecessors.map(of('predecessor')), ...successors.map(of('successor'))],
  }
})

export const action = serveForm(Succession, async ({ ctx, params, value }) => {
  const { id, code } = await keptCard(acting(ctx), params.code)
  await addSuccession(acting(ctx), id, value)
  return done(`/organisations/${code}/kin`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function KinPage() {
  const { title, code, shortName } = useLoaderData<typeof loader>()
  const words = useMessages().organisationCard
  const { input, value, ...of } = useServerForm<Record<'other' | 'side' | 'day' | 'ground', string>>()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/organisations/${code}`, label: shortName }]}
        title={title}
        lead={words.kinLead}
      />
      <Stack gap={6}>
        <Known />
        <section>
          <SectionHead title={words.kinAdd} />
          <FieldForm of={of} submit={words.kinSubmit}>
            <RadioGroup
              name="side"
              legend={words.side}
              inline
              defaultValue={value('side') ?? 'predecessor'}
              options={[
                { value: 'predecessor', label: words.sides.predecessor },
                { value: 'successor', label: words.sides.successor },
              ]}
            />
            <Field {...input('other')} label={words.other} hint={words.otherHint} required />
            <Field {...input('day')} label={words.day} type="date" />
            <Field {...input('ground')} label={words.ground} />
          </FieldForm>
        </section>
      </Stack>
    </Page>
  )
}

function Known() {
  const { code, kin } = useLoaderData<typeof loader>()
  const words = useMessages().organisationCard
  const format = useFormat()
  if (kin.length === 0) return <p>{words.kinNone}</p>
  return (
    <Stack gap={2}>
      {kin.map((one) => (
        <Form key={one.code} method="post" action={`/organisations/${code}/kin/removal`}>
          <Row between>
            <span>
              <Anchor href={`/organisations/${one.code}`}>{one.shortName}</Anchor>, {words.sides[one.side]}
              {one.day && `, ${format.day(one.day)}`}
            </span>
            <Button name="other" value={one.code}>
              {words.kinRemove}
            </Button>
          </Row>
        </Form>
      ))}
    </Stack>
  )
}
