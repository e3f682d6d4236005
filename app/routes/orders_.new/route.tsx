import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enterListOrder, orderFromList } from '#app/domain/assessment/registering.server.ts'
import { enterOrder } from '#app/domain/experts/entering.server.ts'
import { OrderEntry } from '#app/domain/experts/forms.ts'
import { idOf } from '#app/domain/problem.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import type { Checked } from './checked-list.tsx'
import { orderChoices } from './choices.server.ts'
import { EntryForm } from './entry-form.tsx'

export const loader = serve(async ({ ctx, t, url }) => {
  const choices = await orderChoices(acting(ctx), t)
  const list = url.searchParams.get('list')
  const filled = list === null ? null : await orderFromList(acting(ctx), idOf(list))
  return { title: t.experts.entry.title, filled, ...choices }
})

/** Shows whom the list means; the same list sent again is registered. */
export const action = serveForm(OrderEntry, async ({ ctx, value, form }) => {
  const mine = acting(ctx)
  const entered = value.list ? await enterListOrder(mine, value.list, value) : await enterOrder(mine, value)
  if ('slug' in entered) return done(`/orders/${entered.slug}`, 'orderRegistered')
  // The form goes back as it was typed, with the list beside it.
  const checked: Checked = { ...entered, again: value.seen !== undefined }
  return { ...parseWithZod(form, { schema: OrderEntry }).reply(), checked }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewOrder() {
  const { filled, ...choices } = useLoaderData<typeof loader>()
  const reply = useActionData<SubmissionResult<string[]> & { checked?: Checked }>()
  const { experts, candidates } = useMessages()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/orders', label: experts.orders.title }]}
        title={experts.entry.title}
        lead={experts.entry.lead}
      />
      <Stack gap={4}>
        {filled && (
          <Notice>
            {candidates.order.filled}{' '}
            <Anchor href={`/desk/lists/${filled.list.id}`}>{candidates.numbered(filled.list.number)}</Anchor>
          </Notice>
        )}
        <EntryForm choices={choices} filled={filled} lastResult={reply} checked={reply?.checked} />
      </Stack>
    </Page>
  )
}
