import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ t, services }) => ({
  title: t.accounts.sent.title,
  outbox: services.config.demo && services.config.smtpUrl === undefined,
}))

export default function SentPage() {
  const { outbox } = useLoaderData<typeof loader>()
  const { accounts, shell } = useMessages()
  const words = accounts.sent
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={3}>
        <p>{words.text}</p>
        {outbox && <p>{words.demo}</p>}
        <div>
          <LinkButton href="/signin">{shell.signIn}</LinkButton>
        </div>
      </Stack>
    </Page>
  )
}
