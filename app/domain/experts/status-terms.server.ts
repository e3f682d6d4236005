/**
 * Terms of statuses: what the Ministry entered for a direction, empty until it is given (inventory N33).
 *
 * The seeds leave these to the procedure of the registry. An entry holds for orders of its day and later, so an act that
 * is entered late is read by what held on its own day.
 */
import { asc, desc, eq, sql } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { directions, directionTerms, directionVersions } from '#db/schema/index.ts'
import type { StatusTermsValue } from './direction-forms.ts'
import { listOn } from './directions.server.ts'
import { expertRules } from './rules.ts'

export interface StatusTerms {
  since: string
  termMonths: number | null
  reassessMonths: number | null
  attempts: number | null
  exempt: string[]
  exclusion: string[]
  ground: string
}

const shown = {
  since: directionTerms.since,
  termMonths: directionTerms.termMonths,
  reassessMonths: directionTerms.reassessMonths,
  attempts: directionTerms.attempts,
  exempt: directionTerms.exempt,
  exclusion: directionTerms.exclusion,
  ground: directionTerms.ground,
}

/** What holds for orders of the day in the direction; null while nothing was entered. */
export async function statusTermsOn(ctx: Ctx, directionId: string, day: string): Promise<StatusTerms | null> {
  const [row] = await ctx.db
    .select(shown)
    .from(directionTerms)
    .where(sql`${directionTerms.directionId} = ${directionId} and ${directionTerms.since} <= ${day}::date`)
    .orderBy(desc(directionTerms.since), desc(directionTerms.id))
    .limit(1)
  return row ?? null
}

/** Directions of the list in force with what holds today, in the printed order. For those who word directions. */
export async function statusTermsListed(ctx: ActingCtx) {
  authorize(expertRules.editDirections, ctx.actor, {})
  const today = dayOf(ctx.now, ctx.zone)
  const rows = await ctx.db
    .select({ id: directions.id, code: directions.code, title: directionVersions.shortTitle })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .where(
      sql`${directionVersions.listId} = (select l.id from direction_lists l where l.code = ${await listOn(ctx, today)})`,
    )
    .orderBy(asc(directionVersions.position))
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({ ...row, terms: await statusTermsOn(ctx, id, today) })),
  )
}

/** A direction with every entry, the newest first. Problem('not-found'). */
export async function statusTermsOf(ctx: ActingCtx, code: string) {
  authorize(expertRules.editDirections, ctx.actor, {})
  const { id, title } = await directionCalled(ctx, code)
  const entries = await ctx.db
    .select({ ...shown, setAt: directionTerms.setAt })
    .from(directionTerms)
    .where(eq(directionTerms.directionId, id))
    .orderBy(desc(directionTerms.since), desc(directionTerms.id))
  return { title, entries, now: await statusTermsOn(ctx, id, dayOf(ctx.now, ctx.zone)) }
}

/** Enters what holds from a day on; former entries stay. */
export async function setStatusTerms(ctx: ActingCtx, code: string, value: StatusTermsValue): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.editDirections, ctx.actor, {})
    const { id: directionId } = await directionCalled(ctx, code)
    await ctx.db
      .insert(directionTerms)
      .values({ directionId, ...value, setById: ctx.actor.personId, setAt: ctx.now })
    await record(ctx, 'direction.terms', { kind: 'direction', id: directionId }, { since: value.since })
  })
}

async function directionCalled(ctx: Ctx, code: string) {
  const [row] = await ctx.db
    .select({ id: directions.id, title: directionVersions.shortTitle })
    .from(directions)
    .innerJoin(directionVersions, eq(directionVersions.directionId, directions.id))
    .where(eq(directions.code, code.replaceAll('\0', '')))
    .orderBy(desc(directionVersions.id))
    .limit(1)
  return found(row)
}
