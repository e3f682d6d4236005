/** Loader of the cabinet's first page: what waits for the person, what is theirs, where they work. */
import { grantsInForce } from '#app/domain/accounts/queries.server.ts'
import { ownApplications } from '#app/domain/assessment/way/applications.server.ts'
import type { Stage } from '#app/domain/assessment/way/stage.ts'
import { deskWaiting } from '#app/domain/desk/waiting.server.ts'
import { type CardStatus, ownNameOpen, ownStatuses } from '#app/domain/experts/card.server.ts'
import { ownStatements } from '#app/domain/experts/statements/checking.server.ts'
import { inboxOf } from '#app/domain/notifications/notifying.server.ts'
import { noticeText } from '#app/domain/notifications/texts.ts'
import { ownInvitations } from '#app/domain/panels/queries.server.ts'
import { assignedTo } from '#app/domain/reviews/decisions/assigned.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { deskOf } from './desk.ts'
import { answersTask, byUrgency, type Task, taskOf } from './tasks.ts'

const SHOWN = 20

export async function cabinetMain({ ctx, t, services, locale }: Args) {
  const mine = acting(ctx)
  const { actor } = mine
  const titles = new Map<string, string>(
    services.content.roles.roles.map(({ code, title }) => [code, title[locale]]),
  )
  const develops = actor.powers.some(({ capability }) => capability === 'draft.create')
  const [invitations, grants, inbox, drafts, fates, statuses, applications, given, open, assigned, waiting] =
    await Promise.all([
      ownInvitations(mine),
      grantsInForce(mine, actor.personId),
      inboxOf(mine, undefined, 5),
      develops ? listDrafts(mine, { filter: { mine: true }, limit: SHOWN }) : { rows: [] },
      fatesOf(mine),
      ownStatuses(mine),
      ownApplications(mine),
      ownStatements(mine),
      ownNameOpen(mine),
      assignedTo(mine),
      deskWaiting(mine),
    ])
  return {
    title: t.accounts.cabinet.title,
    number: actor.number,
    desk: deskOf(actor, waiting),
    today: actor.today,
    statuses: shownOf(statuses),
    applications: applicationsOf(applications),
    given: given.filter(({ revokedAt }) => !revokedAt).length,
    open,
    tasks: byUrgency([
      ...invitations.flatMap((row): Task[] => {
        const task = taskOf(row)
        return task ? [task] : []
      }),
      ...assigned.map(answersTask),
    ]),
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
        inPosition: fate.inPosition,
        ended: fate.ended,
        slug: fate.draft.slug,
        title: fate.draft.title,
      },
    })),
  }
}

/** Those that are under way, the ones that wait for the person first. */
function applicationsOf(own: Awaited<ReturnType<typeof ownApplications>>) {
  return own
    .filter(({ stage }) => !over.has(stage))
    .map(({ number, stage, direction }) => ({ number, stage, direction, waits: owed.has(stage) }))
    .sort((a, b) => Number(b.waits) - Number(a.waits))
    .slice(0, 5)
}

const owed = new Set<Stage>(['nominated', 'survey'])
const over = new Set<Stage>(['ordered', 'declined', 'withdrawn', 'closed'])

/** Statuses of today and those ahead; when all are over, the last one, so that its end is seen. */
function shownOf(statuses: CardStatus[]): CardStatus[] {
  const living = statuses.filter(({ state }) => state !== 'past')
  return living.length > 0 ? living : statuses.slice(0, 1)
}
