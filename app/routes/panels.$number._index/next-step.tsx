import { Form, useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { panelPage } from './page.server.ts'

/** What happens next, in one sentence, with the button that does it. */
export function NextStep() {
  const { stage, short, sheets, panel, due, closed, round, may } = useLoaderData<typeof panelPage>()
  const { next, invites, rounds } = useMessages().panels
  const text = {
    select: may.choose ? next.select : next.selectBy,
    invite: may.invite ? next.invite(panel.answerDays) : next.inviteBy,
    answers: short ? next.short : next.answers,
    convene: may.convene ? next.convene : next.conveneBy,
    sheets: next.sheets(sheets.sent, sheets.all),
    conclude: round ? rounds.going : closed ? rounds.closedNext(closed.sent, closed.all) : next.conclude,
    issued: next.issued,
    cancelled: next.cancelled,
  }[stage]
  const kind = short ? 'warn' : stage === 'issued' ? 'success' : 'info'
  return (
    <Notice kind={kind} title={next.title} action={<Step />}>
      <Prose>
        <p>{due ? invites.work.next[due] : text}</p>
        {panel.cancelReason && <p>{panel.cancelReason}</p>}
      </Prose>
    </Notice>
  )
}

function Step() {
  const { stage, may, panel, due, round } = useLoaderData<typeof panelPage>()
  const { panels, conclusions } = useMessages()
  const { work, invites } = panels
  const link = (path: string, label: string) => (
    <LinkButton href={`/panels/${panel.number}/${path}`} look="main">
      {label}
    </LinkButton>
  )
  if (due === 'chair' && may.roles) return link('roles', invites.work.roles)
  if ((due === 'act' || due === 'amend') && may.act) return link('act', invites.work.act)
  if (due === 'lost' || due === 'vacant') return null
  if (may.invite) return <Do path={`/panels/${panel.number}/invitations`} label={work.invite} />
  if (may.convene) return <Do path={`/panels/${panel.number}/sheets`} label={work.convene} />
  if (may.prolong) return <Missing />
  if (round) {
    return (
      <LinkButton href={`/panels/${panel.number}/round`} look="main">
        {panels.rounds.toRound}
      </LinkButton>
    )
  }
  if (may.conclusion && (stage === 'conclude' || stage === 'issued')) {
    return (
      <Row>
        <LinkButton href={`/panels/${panel.number}/conclusion`} look="main">
          {work.conclusion}
        </LinkButton>
        {stage === 'issued' && (
          <LinkButton href={`/panels/${panel.number}/papers`}>{conclusions.record.of.title}</LinkButton>
        )}
      </Row>
    )
  }
  return null
}

/** What to do about sheets that are not in: remind, prolong, close with the quorum. */
function Missing() {
  const { panel } = useLoaderData<typeof panelPage>()
  const { rounds: words } = useMessages().panels
  const path = `/panels/${panel.number}`
  return (
    <Row>
      <Do path={`${path}/reminder`} label={words.remind} />
      <LinkButton href={`${path}/term`}>{words.toProlong}</LinkButton>
      <LinkButton href={`${path}/closing`}>{words.toClose}</LinkButton>
    </Row>
  )
}

function Do({ path, label }: { path: string; label: string }) {
  return (
    <Form method="post" action={path}>
      <Button look="main">{label}</Button>
    </Form>
  )
}
