import { useLoaderData } from '@remix-run/react'
import { sendLink } from '#app/domain/experts/activation/handing.server.ts'
import { LinkLetter } from '#app/domain/experts/forms.ts'
import { LetterForm } from '#app/routes/desk_.activation.$number._index/letter-form.tsx'
import { personOf } from '#app/routes/desk_.activation.$number._index/person.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { number, name } = await personOf(args)
  return { title: args.t.activation.handing.letter.title, number, name }
})

export const action = serveForm(LinkLetter, async (args) => {
  const { id } = await personOf(args)
  await sendLink(acting(args.ctx), id, args.value.email)
  return done('/desk/slips', 'sent')
})

export default function LetterPage() {
  const { title, number, name } = useLoaderData<typeof loader>()
  const { handing } = useMessages().activation
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/desk/activation/${number}`, label: handing.title(number) }]}
        title={title}
        eyebrow={name}
      />
      <LetterForm number={number} />
    </Page>
  )
}
