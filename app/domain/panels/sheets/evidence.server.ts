/** Evidence of answers: which block of the version an anchor points at, and its printed address. */
import { inArray } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import { anchors } from '#db/schema/index.ts'

export type EvidencedAnswer = Answer & { blockId: string | null; address: string | null }

/** The answers with what their anchors name. */
export async function withAddresses(
  ctx: Pick<Ctx, 'db'>,
  said: readonly Answer[],
): Promise<EvidencedAnswer[]> {
  const ids = [...new Set(said.flatMap(({ anchorId }) => anchorId ?? []))]
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .select({ id: anchors.id, blockId: anchors.fromBlockId, address: anchors.address })
          .from(anchors)
          .where(inArray(anchors.id, ids))
  const known = new Map(rows.map((row) => [row.id, row]))
  return said.map((answer) => {
    const at = answer.anchorId === null ? undefined : known.get(answer.anchorId)
    return { ...answer, blockId: at?.blockId ?? null, address: at?.address ?? null }
  })
}
