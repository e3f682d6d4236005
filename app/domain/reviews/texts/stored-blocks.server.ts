/** The units of a stored version as they are drawn and compared. */
import { asc, eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { blocks } from '#db/schema/index.ts'
import type { BlockData, BlockInput } from './blocks.ts'

/** In reading order. The caller has asked whether the version may be seen. */
export async function blocksShown(ctx: Ctx, versionId: string): Promise<BlockInput[]> {
  const rows = await ctx.db
    .select()
    .from(blocks)
    .where(eq(blocks.versionId, versionId))
    .orderBy(asc(blocks.position))
  return rows.map(({ versionId: _of, data, ...block }) => ({ ...block, data: data as BlockData }))
}
