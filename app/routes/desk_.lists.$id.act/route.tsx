import { useLoaderData } from '@remix-run/react'
import { ListAct } from '#app/domain/assessment/forms.ts'
import { actsOf, openList } from '#app/domain/assessment/lists.server.ts'
import { enterListAct } from '#app/domain/assessment/registering.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const list = await openList(acting(ctx), idOf(params.id))
  const issuers = (await actsOf(ctx, list)).map(({ issuer }) => ({
    value: issuer.id,
    label: issuer.shortName,
  }))
  // by this direction one order is enough
  if (issuers.length === 0) throw new Problem('not-found')
  return { title: t.candidates.act.title, id: list.id, number: list.number, issuers }
})

export const action = serveForm(ListAct, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await enterListAct(acting(ctx), id, value)
  return done(`/desk/lists/${id}`, 'saved')
})

export default function ListActPage() {
  const { title, id, number, issuers } = useLoaderData<typeof loader>()
  const { act: words, ...all } = useMessages().candidates
  const of = useServerForm<Record<string, string>>()
  const here = `/desk/lists/${id}`
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/desk/lists', label: all.title },
          { href: here, label: all.numbered(number) },
        ]}
        title={title}
        lead={words.lead}
      />
      <FieldForm of={of} submit={words.submit} beside={<LinkButton href={here}>{words.back}</LinkButton>}>
        <Select label={words.issuer} options={issuers} required {...of.input('issuer')} />
        <Field label={words.number} required {...of.input('number')} />
        <Field label={words.day} type="date" required {...of.input('day')} />
      </FieldForm>
    </Page>
  )
}
