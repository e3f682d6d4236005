import { redirect } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ url, t }) => {
  const code = url.searchParams.get('code')?.trim()
  // A number alone is that of an entry in the registry.
  if (code && /^\d{1,10}$/.test(code)) throw redirect(`/check/experts/${code}`)
  if (code) throw redirect(`/check/${encodeURIComponent(code)}`)
  return { title: t.panels.check.eyebrow }
})

export default function CheckFormPage() {
  const { panels, ownData } = useMessages()
  const { check: words, conclusion } = panels
  const { file } = ownData.statements
  return (
    <Page width="form">
      <PageHead title={words.eyebrow} lead={words.ask} />
      <Form method="get">
        <Stack gap={2}>
          <Field
            label={conclusion.code}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="ABCD-EFGH-JKLM"
            required
            width="short"
          />
          <Row>
            <Button look="main">{words.submit}</Button>
            <Anchor href="/check/file">{file.link}</Anchor>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
