import { useLoaderData } from '@remix-run/react'
import { Revocation, type RevocationInput } from '#app/domain/experts/forms.ts'
import { revocationOf, revokeOrder } from '#app/domain/experts/revoking.server.ts'
import styles from '#app/routes/orders_.new/entry.module.css'
import { Anchor } from '#app/ui/anchor.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { formatFor } from '#app/ui/format.ts'
import { useLocale, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, t, params }) => {
  const slug = params.slug ?? ''
  const { problem, id: _, ...order } = await revocationOf(acting(ctx), slug)
  return {
    title: t.experts.revocation.title(order.number),
    slug,
    order,
    problem: problem && sentenceOf(t, problem),
  }
})

export const action = serveForm(Revocation, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { id } = await revocationOf(mine, params.slug ?? '')
  return done(`/orders/${await revokeOrder(mine, id, value)}`, 'orderRevoked')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function RevocationPage() {
  const { slug, order, problem } = useLoaderData<typeof loader>()
  const { experts } = useMessages()
  const words = experts.revocation
  const back = <Anchor href={`/orders/${slug}`}>{words.back}</Anchor>
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/orders', label: experts.orders.title },
          { href: `/orders/${slug}`, label: `№ ${order.number}` },
        ]}
        title={words.title(order.number)}
        lead={problem ? undefined : words.lead}
      />
      {problem ? (
        <Stack gap={3}>
          <Notice kind="info">{problem}</Notice>
          <p>{back}</p>
        </Stack>
      ) : (
        <RevocationForm />
      )}
    </Page>
  )
}

function RevocationForm() {
  const { slug, order } = useLoaderData<typeof loader>()
  const { revocation: words, orders, entry } = useMessages().experts
  // The order is a Russian document, whatever the language of the page.
  const { dayDigits } = formatFor('ru', useLocale().timeZone)
  const resumes = order.resuming > 0
  const { input, ...of } = useServerForm<RevocationInput>({
    title: words.defaultTitle(order.number, dayDigits(order.day)),
    signatoryPost: order.signatoryPost,
  })
  return (
    <FieldForm
      of={of}
      submit={resumes ? words.submitResuming : words.submit}
      look={resumes ? 'main' : 'danger'}
      beside={<Anchor href={`/orders/${slug}`}>{words.back}</Anchor>}
    >
      <Notice
        kind={resumes ? 'info' : 'warn'}
        title={resumes ? words.resuming(order.resuming) : words.ending(order.ending)}
      >
        {resumes ? words.resumingText : words.endingText}
      </Notice>
      <div className={styles.pair}>
        <Field label={orders.number} hint={entry.numberHint} required {...input('number')} />
        <Field label={orders.day} type="date" min={order.day} required {...input('day')} />
      </div>
      <Field label={entry.orderTitle} required {...input('title')} />
      <TextArea label={orders.basis} hint={entry.basisHint} rows={2} {...input('basis')} />
      <Field label={entry.signatoryPost} hint={entry.signatoryHint} {...input('signatoryPost')} />
    </FieldForm>
  )
}
