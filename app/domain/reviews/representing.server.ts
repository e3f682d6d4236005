/** Speaking for an organisation: only one's own employer of today. */
import { and, eq, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { employments, organisations } from '#db/schema/index.ts'

/** Organisations on whose behalf the actor may write, for the choice in a form. */
export async function representedBy(ctx: ActingCtx): Promise<{ id: string; shortName: string }[]> {
  return ctx.db
    .selectDistinct({ id: organisations.id, shortName: organisations.shortName })
    .from(employments)
    .innerJoin(organisations, eq(organisations.id, employments.organisationId))
    .where(
      and(
        eq(employments.personId, ctx.actor.personId),
        sql`${employments.during} @> ${ctx.actor.today}::date`,
      ),
    )
}

/** Problem('not-your-organisation') of the field unless the actor works there today; null passes. */
export async function representable(
  ctx: ActingCtx,
  organisationId: string | null | undefined,
): Promise<void> {
  if (!organisationId) return
  const own = await representedBy(ctx)
  if (!own.some(({ id }) => id === organisationId))
    throw new Problem('not-your-organisation', {}, 'onBehalfOfId')
}
