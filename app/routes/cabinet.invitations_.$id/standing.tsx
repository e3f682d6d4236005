import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import type { loader } from './route.tsx'

const signed = ['sign', 'act', 'opening', 'sheet', 'sent']

/** What was answered, and the one thing to do next. */
export function Standing() {
  const { id, step, lastDay, askAfter, sheetId, mayRecuse } = useLoaderData<typeof loader>()
  const { invites, invitations, conflicts } = useMessages().panels
  const { offer } = invites
  const format = useFormat()
  const words = {
    answer: '',
    late: offer.late(format.day(lastDay)),
    cancelled: invitations.state.cancelled,
    declined: offer.declined,
    postponed: offer.postponed(askAfter ? format.day(askAfter) : ''),
    released: offer.released,
    left: offer.left,
    sign: offer.unsigned,
    act: offer.waitsAct,
    opening: offer.waitsOpening,
    sheet: offer.sheet,
    sent: offer.sent,
  }[step]
  const path = `/cabinet/invitations/${id}`
  const next =
    step === 'sign'
      ? { href: `${path}/obligations`, label: offer.sign }
      : step === 'sheet' || step === 'sent'
        ? { href: `/sheets/${sheetId}`, label: step === 'sheet' ? invitations.sheet : invitations.ownSheet }
        : null
  return (
    <Stack gap={3}>
      <Notice
        kind={step === 'late' || step === 'sign' ? 'warn' : 'info'}
        action={
          next && (
            <LinkButton href={next.href} look="main">
              {next.label}
            </LinkButton>
          )
        }
      >
        {words}
      </Notice>
      <Row>
        {signed.includes(step) && step !== 'sign' && (
          <LinkButton href={`${path}/obligations`} small>
            {offer.signed}
          </LinkButton>
        )}
        {mayRecuse && (
          <LinkButton href={`${path}/recusal`} look="quiet" small>
            {conflicts.recusal.link}
          </LinkButton>
        )}
      </Row>
    </Stack>
  )
}
