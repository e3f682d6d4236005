import { useLoaderData } from '@remix-run/react'
import { attachCopy, copyingOf } from '#app/domain/experts/copies.server.ts'
import { OrderCopyFile } from '#app/domain/experts/forms.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { SignedFileField } from '#app/ui/signed-file-field.tsx'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, params, t, services }) => ({
  title: t.experts.copy.title,
  slug: params.slug ?? '',
  order: await copyingOf(acting(ctx), params.slug ?? ''),
  megabytes: services.content.settings.uploads.maxMegabytes,
}))

export const action = serveForm(OrderCopyFile, async ({ ctx, params, value: { file }, services }) => {
  const slug = params.slug ?? ''
  await attachCopy(acting(ctx), services.config.dataDir, slug, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  return done(`/orders/${encodeURIComponent(slug)}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function OrderCopyPage() {
  const { title, slug, order, megabytes } = useLoaderData<typeof loader>()
  const { copy: words, orders } = useMessages().experts
  const format = useFormat()
  const { input, ...of } = useServerForm<Record<'file', string>>()
  return (
    <StepPage
      back={{ href: `/orders/${slug}`, label: orders.name(order.number, format.day(order.day)) }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      files
    >
      <SignedFileField label={words.file} hint={words.fileHint(megabytes)} input={input('file')} />
    </StepPage>
  )
}
