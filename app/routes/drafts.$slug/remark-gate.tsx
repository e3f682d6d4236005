import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { RemarkPageView } from './remark-view.ts'

/** Why a remark cannot be sent now, and what to do; words already typed are said to be safe. */
export function RemarkGate({ view, sent }: { view: RemarkPageView; sent: boolean }) {
  const { shell, reviewRemark } = useMessages()
  const words = reviewRemark.form
  if (!view.denial) return view.restored && !sent ? <Notice>{words.restored}</Notice> : null
  return (
    <Stack gap={2}>
      <Notice kind="warn" title={sent ? words.closedTitle : undefined}>
        <p>{view.denial}</p>
        {sent && <p>{words.copy}</p>}
      </Notice>
      {view.signInHref && (
        <Row>
          <LinkButton href={view.signInHref} look="main">
            {words.signIn}
          </LinkButton>
          <LinkButton href="/signup">{shell.signUp}</LinkButton>
        </Row>
      )}
    </Stack>
  )
}
