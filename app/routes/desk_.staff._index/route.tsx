import { useLoaderData } from '@remix-run/react'
import { ownLetters } from '#app/domain/assessment/nominees/letters.server.ts'
import { openNominations } from '#app/domain/assessment/nominees/nominating.server.ts'
import { stages } from '#app/domain/assessment/way/stage.ts'
import { checkedShare } from '#app/domain/desk/staff/checking.server.ts'
import {
  applicantsByStage,
  coverageOf,
  participationOf,
  waitedFor,
} from '#app/domain/desk/staff/staff.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { Applicants, Checked } from './applicants.tsx'
import { Coverage, Participation } from './experts.tsx'
import { Letters, OpenLists } from './letters.tsx'
import { Waiting } from './waiting.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t }) => {
  const mine = acting(ctx)
  const { today } = mine.actor
  const counts = await applicantsByStage(mine)
  const waiting = await waitedFor(mine)
  return {
    title: t.staff.title,
    stages: stages.flatMap((stage) => {
      const count = counts.get(stage) ?? 0
      return count > 0 ? [{ stage, count }] : []
    }),
    waiting: waiting.map((one) => ({ ...one, late: one.due !== null && today > one.due })),
    lists: await openNominations(mine),
    letters: await ownLetters(mine, 6),
    coverage: await coverageOf(mine),
    participation: await participationOf(mine, 30),
    checked: await checkedShare(mine, Number(today.slice(0, 4))),
  }
})

export default function StaffPage() {
  const { title } = useLoaderData<typeof loader>()
  const words = useMessages().staff
  return (
    <Page>
      <PageHead
        title={title}
        lead={words.lead}
        actions={
          <>
            <LinkButton href="/desk/staff/nomination" look="main">
              {words.nominate}
            </LinkButton>
            <LinkButton href="/desk/staff/report.xlsx" download>
              {words.report}
            </LinkButton>
            <LinkButton href="/desk/staff/report.docx" download>
              {words.reportPaper}
            </LinkButton>
          </>
        }
      />
      <Split
        side={
          <Stack gap={6}>
            <Applicants />
            <Checked />
          </Stack>
        }
      >
        <Stack gap={6}>
          <OpenLists />
          <Waiting />
          <Letters />
          <Coverage />
          <Participation />
        </Stack>
      </Split>
    </Page>
  )
}
