import { useLoaderData } from '@remix-run/react'
import { expiringStatuses, startRenewal } from '#app/domain/assessment/expiring.server.ts'
import { Renewal } from '#app/domain/assessment/forms.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Finding, Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SideList } from '#app/ui/side-list.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { DirectionForm } from './direction-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url }) => {
  const windows = content().candidateLists.expiring
  const days = windows.find((one) => String(one) === url.searchParams.get('days')) ?? longest()
  return {
    title: t.candidates.expiring.title,
    ...{ days, windows, directions: await expiringStatuses(acting(ctx), days) },
  }
})

export const action = serveForm(Renewal, async ({ ctx, value }) => {
  // the paper is in Russian, whatever the language of the interface
  const title = messagesOf('ru').candidates.expiring.listTitle
  const id = await startRenewal(acting(ctx), { ...value, days: longest(), title })
  return done(`/desk/lists/${id}`, 'saved')
})

const longest = () => Math.max(...content().candidateLists.expiring)

export default function ExpiringPage() {
  const { title, days, windows, directions } = useLoaderData<typeof loader>()
  const words = useMessages().candidates.expiring
  const { errors } = useServerForm<Record<'direction', string>>()
  const links = windows.map((one) => ({
    href: `/desk/expiring?days=${one}`,
    label: words.within(one),
    current: one === days,
  }))
  return (
    <Page>
      <PageHead title={title} lead={words.lead} />
      <Finding filters={<SideList title={words.windows} links={links} />}>
        <Stack gap={6}>
          <FormErrors errors={errors} />
          {directions.length === 0 && <EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
          {directions.map((one) => (
            <DirectionForm key={`${one.id} ${one.municipality?.id}`} of={one} />
          ))}
        </Stack>
      </Finding>
    </Page>
  )
}
