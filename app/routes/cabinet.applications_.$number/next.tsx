import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { WayView } from './way-view.server.ts'

/** What comes next, in words, and the one thing that the person may do about it. */
export function Next({ of: { number, stage, by, appealable } }: { of: WayView }) {
  const { next, cabinet } = useMessages().applications
  const here = `/cabinet/applications/${number}`
  const text =
    stage === 'nominated'
      ? next.nominated(by ?? '')
      : stage === 'refused' && !appealable
        ? next.final
        : next[stage]
  const main = {
    nominated: { href: `${here}/consent`, label: cabinet.answer },
    survey: { href: `${here}/survey`, label: cabinet.survey },
    refused: appealable ? { href: `${here}/appeal`, label: cabinet.appeal } : null,
  }[stage as string]
  const leaves = ['survey', 'review', 'appealed', 'admitted', 'failed', 'passed', 'listed'].includes(stage)
  return (
    <Stack gap={3}>
      <Notice title={next.title} kind={main ? 'warn' : undefined}>
        {text}
      </Notice>
      <Row>
        {main && (
          <LinkButton href={main.href} look="main">
            {main.label}
          </LinkButton>
        )}
        {leaves && <LinkButton href={`${here}/withdrawal`}>{cabinet.withdraw}</LinkButton>}
      </Row>
    </Stack>
  )
}
