/**
 * The high band of candidates, read only where a request asks for it: of everybody where the Положение makes the band open (a
 * setting) or where the request uses closed data and the actor may read these everywhere; else of those who consented to it.
 * Every read goes through the one door and leaves its entry.
 */
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { consenting } from '#app/domain/accounts/consenting.server.ts'
import { assessedSql } from '#app/domain/assessment/closed-results.server.ts'
import { bandOf } from '#app/domain/assessment/scores.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import type { Candidate } from '#app/domain/panels/candidates.server.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { closedSeal, type KeptRow, published } from '#app/domain/panels/protocol.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import type { SelectionRules } from '#app/domain/panels/selecting.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { directionVersions, panelDirections } from '#db/schema/index.ts'
import { limitsOfPanel } from './limiting.server.ts'

/**
 * Marks those of the high band in a direction of the panel; says whether closed data was read. Refused when the request
 * asks for the band and the actor may not use it.
 */
export async function markHigh(
  ctx: Ctx,
  { panel }: Pick<PanelState, 'panel'>,
  candidates: readonly Candidate[],
): Promise<{ closed: boolean }> {
  const { minHigh, closed } = await limitsOfPanel(ctx, panel.id)
  if (minHigh === 0) return { closed: false }
  const isOpen = content().settings.panels.bandOpen
  const isClosed = closed && !isOpen
  if (isClosed && panelRules.selectClosed(ctx.actor, {}) !== null) throw new Problem('selection-closed')
  const everybody = candidates.map(({ personId }) => personId)
  const told = isOpen || isClosed ? everybody : [...(await consenting(ctx, everybody, 'band'))]
  const directions = await ctx.db
    .selectDistinct({ id: directionVersions.directionId })
    .from(panelDirections)
    .innerJoin(directionVersions, eq(directionVersions.id, panelDirections.directionVersionId))
    .where(eq(panelDirections.panelId, panel.id))
  const ids = sql`array(select unnest(${sql.param(told)}::uuid[]))`
  const high = new Set<string>()
  const top = content().bands.at(-1)?.code
  for (const { id } of directions) {
    const rows = await ctx.db.execute<{ person: string; earned: number | null; maximum: number | null }>(
      sql`select r.person_id as person, r.earned, r.maximum from ${assessedSql(ctx, 'selection', id, ids)} r`,
    )
    for (const { person, earned, maximum } of rows)
      if (earned !== null && maximum !== null && bandOf({ earned, maximum }, content().bands) === top)
        high.add(person)
  }
  for (const candidate of candidates) candidate.high = high.has(candidate.personId)
  return { closed: isClosed }
}

/** The seal of a list with closed data, and the salt that it is made with; the salt is never published. */
export function sealed(rules: SelectionRules, rows: readonly KeptRow[]) {
  const closedSalt = randomBytes(32).toString('hex')
  return { closedSalt, closed: closedSeal(closedSalt, rules, published(rows)) }
}
