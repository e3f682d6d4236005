import { useLoaderData } from '@remix-run/react'
import { attachCopy, copyingOf } from '#app/domain/experts/copies.server.ts'
import { OrderCopyFile } from '#app/domain/experts/forms.ts'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
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
  const bytes = new Uint8Array(await file.arrayBuffer())
  await attachCopy(acting(ctx), services.config.dataDir, slug, { name: file.name, bytes })
  return done(`/orders/${encodeURIComponent(slug)}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function OrderCopyPage() {
  const { title, slug, order, megabytes } = useLoaderData<typeof loader>()
  const { copy: words, orders } = useMessages().experts
  const format = useFormat()
  const { input, ...of } = useServerForm<Record<'file', string>>()
  const { defaultValue: _, ...file } = input('file')
  return (
    <StepPage
      back={{ href: `/orders/${slug}`, label: orders.name(order.number, format.day(order.day)) }}
      title={title}
      lead={words.lead}
      of={of}
      submit={words.submit}
      files
    >
      <Field
        label={words.file}
        hint={words.fileHint(megabytes)}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.sig,.p7s"
        required
        {...file}
      />
    </StepPage>
  )
}
