import { useLoaderData } from '@remix-run/react'
import { ListCommit } from '#app/domain/organisations/forms.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { ColumnsForm } from './columns-form.tsx'
import { CommitForm } from './commit-form.tsx'
import { kindsOfLists } from './kinds.server.ts'
import { RowsForm } from './rows-form.tsx'
import { State } from './state.tsx'
import { importPage } from './view.server.ts'
import { Written } from './written.tsx'

export const loader = serve(importPage)

/** Writes the whole list, or nothing. */
export const action = serveForm(ListCommit, async ({ ctx, params, value: { seen, leave } }) => {
  const mine = acting(ctx)
  const { id, kind } = await importById(mine, idOf(params.id))
  await kindsOfLists[kind].commit(mine, id, { seen, leave: leave === 'on' })
  return done(`/desk/imports/${id}`)
})

export { titled as meta } from '#app/ui/titled.ts'

export default function ImportPage() {
  const view = useLoaderData<typeof loader>()
  const { imports: words, staff } = useMessages()
  const { id, name, kind, state, counts, verdict, municipality, order } = view
  const format = useFormat()
  const of = ['probable', 'rejected', 'new', 'same'] as const
  const tabs = [
    { href: `/desk/imports/${id}`, label: words.all, count: counts.all, current: verdict === null },
    ...of
      .filter((one) => counts[one] > 0)
      .map((one) => ({
        href: `/desk/imports/${id}?verdict=${one}`,
        label: words.verdicts[one],
        count: counts[one],
        current: verdict === one,
      })),
  ]
  return (
    <Page>
      <PageHead
        crumbs={[
          kind === 'nominations'
            ? { href: '/desk/staff', label: staff.title }
            : { href: '/desk/imports', label: words.title },
        ]}
        eyebrow={[words.kinds[kind], municipality, order && words.ofOrder(order.number)]
          .filter(Boolean)
          .join(' · ')}
        title={name}
        lead={state === 'open' && view.letter && words.nominations.lead(format.dayDigits(view.letter.day))}
      />
      <Stack gap={4}>
        <State view={view} />
        {kind === 'results' && state === 'done' && (
          <div>
            <LinkButton href={`/desk/results/${id}`}>{words.results.see}</LinkButton>
          </div>
        )}
        {state === 'open' && <ColumnsForm view={view} />}
        {counts.all > 0 && <Tabs tabs={tabs} label={words.found} />}
        {state === 'open' ? <RowsForm view={view} /> : <Written view={view} />}
        <Pagination next={view.next} />
        {state === 'open' && <CommitForm view={view} />}
      </Stack>
    </Page>
  )
}
