/** Positions of organisations in a discussion, each with its signatory, its remarks and what its people think otherwise. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { organisations, positions, stages } from '#db/schema/index.ts'
import { type DissentShown, dissentsBeside } from './dissenting.server.ts'

export interface PositionShown {
  id: string
  organisation: string
  /** empty when the words are covered */
  signatory: string
  filedAt: Date
  stage: string
  /** numbers of its standing remarks */
  remarks: number[]
  dissents: DissentShown[]
  /** the reader filed it */
  own: boolean
  veil: Veil | null
  hideCode: string | null
  hideReason: string | null
}

/** Positions of a draft within reach, in the order they were filed; those without a standing remark are none. */
export async function positionsOf(ctx: Ctx, draftId: string): Promise<PositionShown[]> {
  await draftState(ctx, draftId)
  const own = sql<boolean>`${ctx.actor ? sql`${positions.filedById} = ${ctx.actor.personId}` : sql`false`}`
  const { id, filedAt, hideCode, hideReason } = positions
  const rows = await ctx.db
    .select({
      ...{ id, filedAt, hideCode, hideReason, own },
      organisation: organisations.shortName,
      stage: stages.title,
      signatory: sql<string>`case when ${positions.hiddenAt} is null or ${own} then ${positions.signatory} else '' end`,
      veil: sql<Veil | null>`case when ${positions.hiddenAt} is not null then coalesce(${positions.veil}, 'hidden') end`,
      remarks: sql<number[]>`array(select r.number from remarks r
        where r.position_id = ${positions.id} and r.withdrawn_at is null order by r.number)`,
    })
    .from(positions)
    .innerJoin(organisations, eq(organisations.id, positions.organisationId))
    .innerJoin(stages, eq(stages.id, positions.stageId))
    .where(and(eq(positions.draftId, draftId), isNull(positions.withdrawnAt)))
    .orderBy(asc(positions.id))
  const standing = rows.filter(({ remarks }) => remarks.length > 0)
  const beside = await dissentsBeside(
    ctx,
    standing.map(({ id }) => id),
  )
  return standing.map((row) => ({
    ...row,
    dissents: beside.filter(({ positionId }) => positionId === row.id),
  }))
}

/** Opinions beside the position that a remark is part of. The caller has asked whether its words may be shown. */
export async function dissentsOfRemark(ctx: Ctx, remarkId: string): Promise<DissentShown[]> {
  const [row] = await ctx.db.execute<{ id: string }>(sql`select p.id from remarks r
    join positions p on p.id = r.position_id and p.withdrawn_at is null where r.id = ${remarkId}`)
  return row ? dissentsBeside(ctx, [row.id]) : []
}
