/** Campaigns of the assessment: how the results of each are distributed over the bands. Counts alone, nobody's points. */
import { type SQL, sql } from 'drizzle-orm'
import { totalsSql } from '#app/domain/assessment/closed-results.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { everywhere, scopesOf } from '#db/reach/viewer.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { campaignRules } from './rules.ts'

export interface Campaign extends Distribution {
  id: string
  name: string
  direction: string
  directionId: string
  day: string
}

/** Campaigns within reach, the newest first; `before` is the id of the last one shown. Problem('forbidden'). */
export async function campaignsOf(ctx: ActingCtx, before: string | undefined, limit: number) {
  const directions = scopesOf(ctx.actor, 'result.read', 'direction')
  const all = ['result.read', 'result.read.totals'].some((one) => everywhere(ctx.actor, one))
  if (!all && directions.length === 0) throw new Problem('forbidden')
  const reach = all ? sql`true` : sql`i.direction_id in ${directions}`
  const rows = await counted(ctx, sql`${reach} and ${before ? sql`i.id < ${before}` : sql`true`}`, limit + 1)
  return { campaigns: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

/** One campaign. Problems: not-found, forbidden. */
export async function campaignById(ctx: ActingCtx, id: string): Promise<Campaign> {
  const one = found((await counted(ctx, sql`i.id = ${id}`, 1))[0])
  authorize(campaignRules.seeTotals, ctx.actor, one)
  return one
}

async function counted(ctx: ActingCtx, where: SQL, limit: number): Promise<Campaign[]> {
  const { bands } = content()
  const edges = bands.map(({ from }) => from)
  const rows = await ctx.db.execute<{
    id: string
    name: string
    direction: string
    directionId: string
    day: string
    counts: number[]
    passed: number
  }>(sql`
    with found as materialized (select i.id from imports i
      where i.kind = 'results' and i.state = 'done' and ${where} order by i.id desc limit ${limit})
    select i.id, i.name, i.direction_id as "directionId", i.settings ->> 'day' as day,
      (select v.short_title from direction_versions v where v.direction_id = i.direction_id order by v.id desc limit 1)
        as direction, t.counts, t.passed
    from imports i join ${totalsSql(ctx, sql`array(select id from found)`, edges)} t on t.import_id = i.id
    order by i.id desc`)
  return rows.map(({ counts, passed, ...row }) => ({ ...row, ...distributionOf(bands, counts, passed) }))
}
