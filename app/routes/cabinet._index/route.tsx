import { useLoaderData } from '@remix-run/react'
import { grantsInForce } from '#app/domain/accounts/queries.server.ts'
import { inboxOf } from '#app/domain/notifications/notifying.server.ts'
import { noticeText } from '#app/domain/notifications/texts.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { fatesOf } from '#app/domain/reviews/fates.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { Split, Stack } from '#app/ui/page.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { OwnDrafts } from './own-drafts.tsx'
import { OwnRemarks } from './own-remarks.tsx'
import { PanelTasks } from './panel-tasks.tsx'
import { News, Roles } from './side.tsx'
import { type PanelTask, taskOf } from './tasks.ts'

export { titled as meta } from '#app/ui/titled.ts'

const SHOWN = 20

export const loader = serve(async ({ ctx, t, services, locale }) => {
  const mine = acting(ctx)
  const { actor } = mine
  const titles = new Map<string, string>(
    services.content.roles.roles.map(({ code, title }) => [code, title[locale]]),
  )
  const develops = actor.powers.some(({ capability }) => capability === 'draft.create')
  const [invitations, grants, inbox, drafts, fates] = await Promise.all([
    ownInvitations(mine),
    grantsInForce(mine, actor.personId),
    inboxOf(mine, undefined, 5),
    develops ? listDrafts(mine, { filter: { mine: true }, limit: SHOWN }) : { rows: [] },
    fatesOf(mine),
  ])
  return {
    title: t.accounts.cabinet.title,
    tasks: invitations.flatMap((row): PanelTask[] => {
      const task = taskOf(row)
      return task ? [task] : []
    }),
    grants: grants.map(({ id, role, scope, until }) => ({
      id,
      role: titles.get(role) ?? role,
      scope,
      until,
    })),
    news: inbox.rows.map(({ id, kind, facts, createdAt, readAt }) => ({
      id,
      createdAt,
      unread: !readAt,
      text: noticeText(t, kind, facts),
    })),
    drafts: develops
      ? drafts.rows.map(({ slug, title, undecided, publishedAt }) => ({
          slug,
          title,
          undecided,
          published: !!publishedAt,
        }))
      : null,
    remarks: fates.slice(0, SHOWN).map((fate) => ({
      ...{
        id: fate.id,
        number: fate.number,
        kind: fate.kind,
        body: fate.body,
        exact: fate.exact,
        withdrawn: fate.withdrawn,
      },
      ...{
        at: fate.receivedAt,
        decision: fate.decision?.decision ?? null,
        slug: fate.draft.slug,
        title: fate.draft.title,
      },
    })),
  }
})

export default function CabinetMain() {
  const { tasks, grants, news, drafts, remarks } = useLoaderData<typeof loader>()
  const side = (
    <Stack gap={4}>
      <News news={news} />
      <Roles grants={grants} />
    </Stack>
  )
  return (
    <Split side={side}>
      <Stack gap={6}>
        <PanelTasks tasks={tasks} />
        {drafts && <OwnDrafts drafts={drafts} />}
        <OwnRemarks remarks={remarks} />
      </Stack>
    </Split>
  )
}
