import { useLoaderData } from '@remix-run/react'
import { cardFields, codeOf, mayKeepDocuments } from '#app/domain/documents/card-writing.server.ts'
import { NewCard } from '#app/domain/documents/forms.ts'
import { createDocument } from '#app/domain/documents/registering.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { cardChoices } from './card-choices.server.ts'
import { CardForm } from './card-form.tsx'

export const loader = serve(async ({ ctx, t, locale }) => {
  const mine = acting(ctx)
  if (!mayKeepDocuments(mine)) throw new Problem('forbidden')
  return { title: t.documents.card.create, choices: await cardChoices(mine, locale) }
})

export const action = serveForm(NewCard, async ({ ctx, value: { code: asked, ...value } }) => {
  const mine = acting(ctx)
  const code = asked || codeOf(value)
  await createDocument(mine, { code, ...(await cardFields(mine, value)) })
  return done(`/documents/${code}`, 'cardCreated')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function NewDocument() {
  const { choices } = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  return (
    <Page width="form">
      <PageHead
        crumbs={[{ href: '/documents', label: documents.title }]}
        title={documents.card.create}
        lead={documents.card.lead}
      />
      <CardForm choices={choices} value={{ issuer: choices.issuer }} fresh />
    </Page>
  )
}
