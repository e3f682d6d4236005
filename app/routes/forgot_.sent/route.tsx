import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ t }) => ({ title: t.accounts.forgot.sentTitle }))

export default function ForgotSentPage() {
  const words = useMessages().accounts.forgot
  return (
    <Page width="form">
      <PageHead
        title={words.sentTitle}
        lead={words.sentLead}
        actions={<LinkButton href="/signin">{words.back}</LinkButton>}
      />
    </Page>
  )
}
