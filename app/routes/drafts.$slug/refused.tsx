import type { SubmissionResult } from '@conform-to/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

type RefusedProps = { title: string; back: string; reply?: SubmissionResult<string[]> | undefined }

/** What a form of another page was refused for; the marks of its rows are set anew there. */
export function Refused({ title, back, reply }: RefusedProps) {
  const words = useMessages().reviewWork.processing
  const reasons = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? [])
  return (
    <Page width="text">
      <PageHead title={title} />
      <Stack gap={3}>
        {reasons.length > 0 && <Notice kind="warn" title={reasons.join(' ')} />}
        <div>
          <LinkButton href={back} look="main">
            {words.backToTable}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  )
}
