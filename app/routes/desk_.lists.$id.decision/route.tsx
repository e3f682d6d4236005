import { useLoaderData } from '@remix-run/react'
import { decideOnList } from '#app/domain/assessment/agreeing.server.ts'
import { ListDecision } from '#app/domain/assessment/forms.ts'
import { listShown } from '#app/domain/assessment/lists.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { list, may } = await listShown(acting(ctx), idOf(params.id))
  const bodies = may.agreeFor.filter(({ agreed }) => !agreed)
  if (bodies.length === 0) throw new Problem('list-not-yours')
  if (list.state !== 'agreement') throw new Problem('list-not-sent')
  const { id, number, title: name, revision } = list
  return {
    title: t.candidates.decision.title,
    ...{ id, number, name, revision },
    bodies: bodies.map(({ id: value, shortName: label }) => ({ value, label })),
  }
})

export const action = serveForm(ListDecision, async ({ ctx, params, value }) => {
  const id = idOf(params.id)
  await decideOnList(acting(ctx), id, value)
  return done(`/desk/lists/${id}`, 'decided')
})

export default function ListDecisionPage() {
  const { title, id, number, name, revision, bodies } = useLoaderData<typeof loader>()
  const { decision: words, ...all } = useMessages().candidates
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
        lead={<span lang="ru">{words.lead(name)}</span>}
      />
      <FieldForm of={of} submit={words.submit} beside={<LinkButton href={here}>{words.back}</LinkButton>}>
        <input type="hidden" name="seen" value={revision} />
        {bodies.length === 1 ? (
          <input type="hidden" name="body" value={bodies[0]?.value} />
        ) : (
          <Select label={words.body} options={bodies} required {...of.input('body')} />
        )}
        <RadioGroup
          {...of.input('decision')}
          legend={words.decision}
          required
          options={[
            { value: 'agreed', label: words.agreed },
            { value: 'returned', label: words.returned },
          ]}
        />
        <TextArea label={words.reason} hint={words.reasonHint} {...of.input('reason')} />
      </FieldForm>
    </Page>
  )
}
