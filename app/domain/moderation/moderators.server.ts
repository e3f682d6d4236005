/** Who moderates a text today: they are told of new cases, and an appeal goes to another of them. */
import { and, eq, sql } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { Place } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import type { Viewer } from '#db/reach/viewer.ts'
import { drafts, innerDiscussions } from '#db/schema/index.ts'

/** Where a text stands: its place, and the draft without knowledge of which nobody may know the text. */
export interface Standing {
  place: Place
  draftId: string | null
}

/**
 * Ids of the people who may moderate the text and may know of it, deputies not counted, in order of id: of a closed
 * stage the moderators of the region know nothing, not even its title.
 */
export async function moderatorsOf(ctx: Ctx, { place, draftId }: Standing): Promise<string[]> {
  const capabilities = (await ofClosedStage(ctx, draftId))
    ? ['remark.moderate', 'inner.moderate']
    : ['remark.moderate']
  const can = (reach: 'all' | 'own') =>
    content()
      .roles.roles.filter((role) => capabilities.some((one) => role.can[one] === reach))
      .map(({ code }) => code as string)
  const [all, own] = [can('all'), can('own')]
  const rows = await ctx.db.execute<{ id: string; userId: string }>(sql`
    select distinct g.person_id as id, u.id as "userId" from grants g
    join users u on u.person_id = g.person_id and u.disabled_at is null
    where g.during @> ${dayOf(ctx.now, ctx.zone)}::date and (g.role in ${listed(all)} or (g.role in ${listed(own)} and (
      (g.scope_kind = 'organisation' and g.scope_id = ${place.organisationId ?? null}::uuid)
      or (g.scope_kind = 'municipality' and g.scope_id = ${place.municipalityId ?? null}::uuid))))
    order by 1`)
  if (draftId === null) return rows.map(({ id }) => id)
  const today = dayOf(ctx.now, ctx.zone)
  // What a guest may read everybody may.
  if (await knows(ctx, { personId: null, powers: [], today }, draftId)) return rows.map(({ id }) => id)
  const insiders: string[] = []
  for (const { id, userId } of rows) {
    const actor = await actorOf(ctx.db, { userId }, today)
    if (actor && (await knows(ctx, actor, draftId))) insiders.push(id)
  }
  return insiders
}

/** Whether the draft is the copy that a closed stage inside an organisation discusses. */
export async function ofClosedStage(ctx: Ctx, draftId: string | null): Promise<boolean> {
  if (draftId === null) return false
  const [row] = await ctx.db
    .select({ id: innerDiscussions.draftId })
    .from(innerDiscussions)
    .where(eq(innerDiscussions.draftId, draftId))
  return row !== undefined
}

async function knows(ctx: Ctx, viewer: Viewer, draftId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.id, draftId), draftVisibleTo(viewer)))
  return row !== undefined
}

// An empty list is no SQL.
function listed(codes: string[]) {
  return sql`(${sql.join(
    ['', ...codes].map((code) => sql`${code}`),
    sql`, `,
  )})`
}
