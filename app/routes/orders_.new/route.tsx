import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enterOrder } from '#app/domain/experts/entering.server.ts'
import { OrderEntry } from '#app/domain/experts/forms.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import type { Checked } from './checked-list.tsx'
import { orderChoices } from './choices.server.ts'
import { EntryForm } from './entry-form.tsx'

export const loader = serve(async ({ ctx, t }) => ({
  title: t.experts.entry.title,
  ...(await orderChoices(acting(ctx), t)),
}))

/** Shows whom the list means; the same list sent again is registered. */
export const action = serveForm(OrderEntry, async ({ ctx, value, form }) => {
  const entered = await enterOrder(acting(ctx), value)
  if ('slug' in entered) return done(`/orders/${entered.slug}`, 'orderRegistered')
  // The form goes back as it was typed, with the list beside it.
  const checked: Checked = { ...entered, again: value.seen !== undefined }
  return { ...parseWithZod(form, { schema: OrderEntry }).reply(), checked }
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewOrder() {
  const choices = useLoaderData<typeof loader>()
  const reply = useActionData<SubmissionResult<string[]> & { checked?: Checked }>()
  const { experts } = useMessages()
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: '/orders', label: experts.orders.title }]}
        title={experts.entry.title}
        lead={experts.entry.lead}
      />
      <EntryForm choices={choices} lastResult={reply} checked={reply?.checked} />
    </Page>
  )
}
