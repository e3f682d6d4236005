import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row } from '#app/ui/page.tsx'
import type { workPage } from './page.server.ts'

/** Where the work stands, and the one thing to do next. */
export function Standing() {
  const work = useLoaderData<typeof workPage>()
  const { number, state, own, checkReason, mendUntil, closesAt, maySend, mayWithdraw, mayCheck } = work
  const words = useMessages().contests.work
  const format = useFormat()
  const until = format.date(closesAt)
  const send = maySend && (
    <Form method="post" action={`/works/${number}/sending`}>
      <Button look="main">{state === 'returned' ? words.sendAgain : words.send}</Button>
    </Form>
  )
  const withdraw = mayWithdraw && own && (
    <LinkButton href={`/works/${number}/withdrawal`} look="quiet">
      {words.withdraw}
    </LinkButton>
  )
  const actions = (send || withdraw) && (
    <Row>
      {send}
      {withdraw}
    </Row>
  )
  if (mayCheck)
    return (
      <Notice action={<LinkButton href={`/works/${number}/check`}>{words.check.open}</LinkButton>}>
        {words.check.title}
      </Notice>
    )
  if (!own) return checkReason ? <Notice>{checkReason}</Notice> : null
  if (state === 'returned' && mendUntil)
    return (
      <Notice kind="warn" title={words.returned(format.day(mendUntil))} action={actions}>
        {checkReason}
      </Notice>
    )
  if (state === 'rejected')
    return (
      <Notice kind="warn" title={words.rejected}>
        {checkReason}
      </Notice>
    )
  if (state === 'admitted') return <Notice kind="success">{words.admitted}</Notice>
  if (state === 'sent')
    return (
      <Notice kind="success" action={actions}>
        {work.mayChange ? words.sentLead(until) : words.closed}
      </Notice>
    )
  if (state === 'withdrawn') return null
  return <Notice action={actions}>{maySend ? words.sendLead(until) : words.closed}</Notice>
}
