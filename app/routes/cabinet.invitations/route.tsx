import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/domain/ctx.ts'
import { contestsAsking } from '#app/domain/panels/contests/running/answering.server.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { InvitationRow } from './invitation-row.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const today = dayOf(ctx.now, ctx.zone)
  const rows = await ownInvitations(acting(ctx))
  return {
    title: t.panels.invitations.title,
    asking: await contestsAsking(acting(ctx)),
    invitations: rows.map(({ invitation, seat, panel, object, organisation, sheet, conclusion, round }) => {
      const waiting = invitation.answer === null && panel.cancelledAt === null
      const state = panel.cancelledAt
        ? 'cancelled'
        : waiting
          ? today > invitation.lastDay
            ? 'late'
            : 'waiting'
          : (invitation.answer ?? 'waiting')
      return {
        id: invitation.id,
        state: state as keyof typeof t.panels.invitations.state,
        lastDay: invitation.lastDay,
        isChair: seat.isChair === 'chair',
        panel: { number: panel.number, title: panel.title, lastDay: panel.lastDay },
        object,
        organisation,
        sheet: sheet?.id ? { id: sheet.id, sent: sheet.sentAt !== null } : null,
        round: round && panel.cancelledAt === null && seat.leftAt === null,
        conclusion: conclusion ? { number: conclusion.number, issued: conclusion.issuedAt !== null } : null,
      }
    }),
  }
})

export default function InvitationsPage() {
  const { invitations, asking } = useLoaderData<typeof loader>()
  const { panels, contests } = useMessages()
  const words = panels.invitations
  const waiting = invitations.filter(({ state }) => state === 'waiting')
  const rest = invitations.filter(({ state }) => state !== 'waiting')
  return (
    <Stack gap={6}>
      {asking.map(({ number, title, count }) => (
        <Notice
          key={number}
          action={
            <LinkButton href={`/cabinet/invitations/contests/${number}`} look="main">
              {contests.course.openAnswers}
            </LinkButton>
          }
        >
          {contests.course.invitedAs(title, count)}
        </Notice>
      ))}
      {invitations.length === 0 && <EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
      {[
        { title: words.waiting, rows: waiting },
        { title: words.rest, rows: rest },
      ].map(
        ({ title, rows }) =>
          rows.length > 0 && (
            <section key={title}>
              <SectionHead title={title} />
              {rows.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
            </section>
          ),
      )}
    </Stack>
  )
}
