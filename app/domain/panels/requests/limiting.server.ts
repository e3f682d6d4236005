/** Limits of a request as they are kept, and what they say to selecting. A panel without a row has none. */
import { and, eq } from 'drizzle-orm'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import type { SelectionRules } from '#app/domain/panels/selecting.ts'
import { Problem } from '#app/domain/problem.ts'
import { panelDirections, panelLimits, panelPeople } from '#db/schema/index.ts'
import type { RequestLimits } from './forms.ts'

export type KeptLimits = Omit<typeof panelLimits.$inferSelect, 'panelId'>
export type NamedPerson = typeof panelPeople.$inferSelect

export const noLimits: KeptLimits = {
  ...{ maxPerNominator: null, minHigh: 0, maxGoing: null, maxPeriod: null, periodMonths: null },
  ...{ restMonths: null, developerMonths: null, floors: {}, soft: [], closed: false, revision: 1 },
}

export async function limitsOfPanel(ctx: Pick<Ctx, 'db'>, panelId: string): Promise<KeptLimits> {
  const [row] = await ctx.db.select().from(panelLimits).where(eq(panelLimits.panelId, panelId))
  if (!row) return noLimits
  const { panelId: _own, ...limits } = row
  return limits
}

/** Who was named beforehand. */
export async function namedIn(ctx: Pick<Ctx, 'db'>, panelId: string): Promise<NamedPerson[]> {
  return ctx.db
    .select()
    .from(panelPeople)
    .where(eq(panelPeople.panelId, panelId))
    .orderBy(panelPeople.addedAt)
}

/** The limits that selecting knows; who must sit is said by rows, which only a list has. */
export function selectionLimits({ maxPerNominator, minHigh, soft }: KeptLimits): Partial<SelectionRules> {
  return {
    ...(maxPerNominator === null ? {} : { maxPerNominator }),
    ...(minHigh > 0 ? { minHigh } : {}),
    ...(soft.length > 0 ? { soft: [...soft].sort() } : {}),
  }
}

/** What is kept of a form. */
export function limitsFrom(asked: Partial<RequestLimits>): Omit<KeptLimits, 'revision'> {
  const { maxPerNominator = null, minHigh = 0, maxGoing = null, maxPeriod = null } = asked
  const { periodMonths = null, restMonths = null, developerMonths = null, floor = {} } = asked
  const floors = Object.fromEntries(
    Object.entries(floor).flatMap(([id, points]) => (points ? [[id, points]] : [])),
  )
  return {
    ...{ maxPerNominator, minHigh, maxGoing, maxPeriod, restMonths, developerMonths, floors },
    periodMonths: maxPeriod === null ? null : periodMonths,
    soft: [...(asked.soft ?? [])].sort(),
    closed: asked.closedBand ?? false,
  }
}

/** Writes limits and minimums down; a first request without any leaves no row. */
export async function keepLimits(
  ctx: Pick<Ctx, 'db'>,
  panelId: string,
  asked: Partial<RequestLimits>,
  revision = 1,
): Promise<void> {
  const limits = { ...limitsFrom(asked), revision }
  const isPlain = JSON.stringify(sorted(limits)) === JSON.stringify(sorted(noLimits))
  if (!isPlain)
    await ctx.db
      .insert(panelLimits)
      .values({ panelId, ...limits })
      .onConflictDoUpdate({ target: panelLimits.panelId, set: limits })
  for (const [directionVersionId, minimum] of Object.entries(asked.minimum ?? {})) {
    if (minimum === null) continue
    const one = eq(panelDirections.directionVersionId, directionVersionId)
    await ctx.db
      .update(panelDirections)
      .set({ minimum })
      .where(and(eq(panelDirections.panelId, panelId), one))
  }
}

/** True when a kept request asks the same. */
export async function sameLimits(ctx: Pick<Ctx, 'db'>, panelId: string, asked: Partial<RequestLimits>) {
  const { revision: _own, ...kept } = await limitsOfPanel(ctx, panelId)
  if (JSON.stringify(sorted(kept)) !== JSON.stringify(sorted(limitsFrom(asked)))) return false
  const rows = await ctx.db.select().from(panelDirections).where(eq(panelDirections.panelId, panelId))
  return rows.every(
    ({ directionVersionId, minimum }) => (asked.minimum?.[directionVersionId] ?? 1) === minimum,
  )
}

/** What no list of people could fulfil is refused at its field. */
export function refuseContradictions(
  asked: Partial<RequestLimits> & { size: number; directions: readonly string[] },
): void {
  const { size, directions, minimum = {}, minHigh = 0, maxPeriod, periodMonths, soft = [] } = asked
  const over = directions.find((id) => (minimum[id] ?? 1) > size)
  if (over) throw new Problem('request-over-size', { size }, `minimum.${over}`)
  if (minHigh > size) throw new Problem('request-over-size', { size }, 'minHigh')
  if ((maxPeriod ?? null) !== null && (periodMonths ?? null) === null)
    throw new Problem('request-period', {}, 'periodMonths')
  const strange = soft.find((code) => code.startsWith('direction:') && !directions.includes(code.slice(10)))
  if (strange) throw new Problem('request-soft', {}, 'soft')
}

/** The day so many months before today. */
export function monthsAgo(ctx: Pick<Ctx, 'now' | 'zone'>, months: number): string {
  const today = new Date(`${dayOf(ctx.now, ctx.zone)}T00:00:00Z`)
  const day = today.getUTCDate()
  today.setUTCDate(1)
  today.setUTCMonth(today.getUTCMonth() - months)
  const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)).getUTCDate()
  today.setUTCDate(Math.min(day, last))
  return today.toISOString().slice(0, 10)
}

const sorted = (value: object) =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
