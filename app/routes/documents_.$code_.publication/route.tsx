import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { documentByCode } from '#app/domain/documents/queries.server.ts'
import { publishDocument } from '#app/domain/documents/registering.server.ts'
import { documentRules } from '#app/domain/documents/rules.ts'
import { authorize } from '#app/domain/rules.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export const loader = serve(async ({ ctx, t, params }) => {
  const mine = acting(ctx)
  const document = await documentByCode(mine, params.code ?? '')
  authorize(documentRules.publish, mine.actor, document)
  const before = document.firstDay && document.chain.find(({ id }) => id === document.supersedesId)
  return {
    title: t.documents.card.publishTitle,
    code: document.code,
    name: document.title,
    ends: before ? { code: before.code, title: before.title } : null,
  }
})

export const action = serveForm(z.object({}), async ({ ctx, params }) => {
  const mine = acting(ctx)
  const { id, code } = await documentByCode(mine, params.code ?? '')
  await publishDocument(mine, id)
  return done(`/documents/${code}`, 'cardPublished')
})

export { titled as meta } from '#app/ui/titled.ts'

export default function Publication() {
  const { code, name, ends } = useLoaderData<typeof loader>()
  const { documents } = useMessages()
  const words = documents.card
  const reply = useActionData<typeof action>()
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? [])
  return (
    <Page width="form">
      <PageHead
        crumbs={[
          { href: '/documents', label: documents.title },
          { href: `/documents/${code}`, label: name },
        ]}
        title={words.publishTitle}
        lead={words.publishLead}
      />
      <Form method="post">
        <Stack gap={3}>
          <FormErrors errors={errors.map((text) => ({ text }))} />
          <p lang="ru">
            <strong>{name}</strong>
          </p>
          {ends && (
            <Notice kind="warn" title={words.publishEnds}>
              <span lang="ru">{ends.title}</span>
            </Notice>
          )}
          <Row>
            <Button look="main">{words.publish}</Button>
            <Anchor href={`/documents/${code}`}>{words.back}</Anchor>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
