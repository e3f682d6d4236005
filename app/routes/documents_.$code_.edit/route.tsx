import { useLoaderData } from '@remix-run/react'
import { cardFields } from '#app/domain/documents/card-writing.server.ts'
import { CorrectedCard } from '#app/domain/documents/forms.ts'
import { documentByCode } from '#app/domain/documents/queries.server.ts'
import { correctDocument } from '#app/domain/documents/registering.server.ts'
import { documentRules } from '#app/domain/documents/rules.ts'
import { lastDay } from '#app/domain/experts/registry.ts'
import { authorize } from '#app/domain/rules.ts'
import { cardChoices } from '#app/routes/documents_.new/card-choices.server.ts'
import { CardForm } from '#app/routes/documents_.new/card-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, t, params, locale }) => {
  const mine = acting(ctx)
  const document = await documentByCode(mine, params.code ?? '')
  authorize(documentRules.correct, mine.actor, document)
  const { code, kind, tier, issuer, number, day, title, basis, summary, firstDay, endDay } = document
  const before = document.chain.find(({ id }) => id === document.supersedesId)
  return {
    title: t.documents.card.correct,
    choices: await cardChoices(mine, locale),
    code,
    name: title,
    value: {
      ...{ kind, tier, issuer, number, title, basis, summary },
      day: day ?? undefined,
      firstDay: firstDay ?? undefined,
      lastDay: endDay ? lastDay(endDay) : undefined,
      supersedes: before?.code,
    },
  }
})

export const action = serveForm(CorrectedCard, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { id, code } = await documentByCode(mine, params.code ?? '')
  await correctDocument(mine, id, await cardFields(mine, value))
  return done(`/documents/${code}`, 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function CorrectDocument() {
  const { choices, code, name, value } = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/documents', label: documents.title },
          { href: `/documents/${code}`, label: name },
        ]}
        title={documents.card.correct}
        lead={documents.card.correctLead}
      />
      <CardForm choices={choices} value={value} />
    </Page>
  )
}
