import { Form, useLoaderData } from '@remix-run/react'
import { afterOf, unreadyPeople } from '#app/domain/experts/activation/unready.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { ListPage } from '#app/ui/list-page.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row } from '#app/ui/page.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { SlipTable } from './slip-table.tsx'

export { titled as meta } from '#app/ui/titled.ts'

const problems = ['people-none', 'slips-many', 'slips-changed', 'account-role'] as const

export const loader = serve(async ({ ctx, t, url }) => {
  const mine = acting(ctx)
  const { searchParams: asked } = url
  const after = afterOf(asked)
  const q = asked.get('q')?.slice(0, 100) ?? ''
  const { rows, next } = await unreadyPeople(mine, { after, q }, content().settings.paging.registry)
  const on =
    next && new URLSearchParams({ after: next.name, number: String(next.number), ...(q ? { q } : {}) })
  const problem = problems.find((one) => one === asked.get('problem')) ?? null
  return {
    ...{ title: t.activation.slips.title, rows, q, next: on ? `/desk/slips?${on}` : null, problem },
    most: content().settings.activation.slips,
    mayHand: mine.actor.powers.some(({ capability }) => capability === 'registry.edit'),
  }
})

export default function SlipsPage() {
  const { title, rows, q, next, problem, most, mayHand } = useLoaderData<typeof loader>()
  const { activation, problems: said } = useMessages()
  const words = activation.slips
  const told = problem && said[problem]
  return (
    <ListPage
      title={title}
      lead={words.lead}
      notice={
        <>
          {told && <Notice kind="error" title={typeof told === 'string' ? told : told({ most })} />}
          <Form method="get" role="search">
            <Row>
              <Field label={words.search} name="q" type="search" defaultValue={q} />
              <Button>{words.find}</Button>
            </Row>
          </Form>
        </>
      }
      empty={rows.length > 0 ? null : { title: words.empty, text: words.emptyText }}
      next={next}
    >
      <SlipTable rows={rows} mayHand={mayHand} />
    </ListPage>
  )
}
