/** From what a form says was pointed at to stored evidence. */
import { and, asc, between, eq, inArray, isNotNull, max, min } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#app/domain/ctx.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { anchors, blocks, versions } from '#db/schema/index.ts'
import { anchorOf, type Evidence, wholeOf } from './anchoring.ts'
import { placeAnchor } from './resolutions.server.ts'
import { type AnchorBlock, isContainer } from './units.ts'

/** A block, or a phrase from one block's offset to another's; without offsets the whole block is meant. */
export interface Pointed {
  fromBlockId: string
  fromOffset?: number
  toBlockId?: string
  toOffset?: number
}

const AROUND = 12 // blocks on each side: enough words for the context of the evidence

/** The evidence of what was pointed at in a published version of the draft. */
export async function evidenceOf(
  ctx: Ctx,
  draftId: string,
  versionId: string,
  pointed: Pointed,
): Promise<{ evidence: Evidence; around: AnchorBlock[] }> {
  const [version] = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.id, versionId), eq(versions.draftId, draftId), isNotNull(versions.publishedAt)))
  found(version)
  const around = await blocksAround(ctx, versionId, [
    pointed.fromBlockId,
    pointed.toBlockId ?? pointed.fromBlockId,
  ])
  const first = around.find(({ blockId }) => blockId === pointed.fromBlockId)
  if (!first) throw new Problem('passage-not-found')
  const evidence = anchorOf(around, rangeOf(first, pointed))
  if (typeof evidence === 'string') throw new Problem(evidence)
  return { evidence, around }
}

/** Stores the evidence and where it stands in every published version; returns the anchor's id. */
export async function storeAnchor(
  ctx: Ctx,
  draftId: string,
  versionId: string,
  evidence: Evidence,
): Promise<string> {
  const anchor = { id: uuidv7(), versionId, ...evidence }
  await ctx.db.insert(anchors).values({ ...anchor, createdAt: ctx.now })
  await placeAnchor(ctx, draftId, anchor)
  return anchor.id
}

function rangeOf(first: AnchorBlock, pointed: Pointed) {
  const { fromBlockId, fromOffset, toBlockId, toOffset } = pointed
  if (fromOffset === undefined || toOffset === undefined || isContainer(first.kind)) return wholeOf(first)
  return { fromBlockId, fromOffset, toBlockId: toBlockId ?? fromBlockId, toOffset }
}

async function blocksAround(ctx: Ctx, versionId: string, blockIds: string[]): Promise<AnchorBlock[]> {
  const [edge] = await ctx.db
    .select({ from: min(blocks.position), to: max(blocks.position) })
    .from(blocks)
    .where(and(eq(blocks.versionId, versionId), inArray(blocks.blockId, blockIds)))
  if (edge?.from == null || edge.to == null) throw new Problem('passage-not-found')
  return ctx.db
    .select({
      blockId: blocks.blockId,
      parentId: blocks.parentId,
      kind: blocks.kind,
      text: blocks.text,
      address: blocks.address,
    })
    .from(blocks)
    .where(
      and(eq(blocks.versionId, versionId), between(blocks.position, edge.from - AROUND, edge.to + AROUND)),
    )
    .orderBy(asc(blocks.position))
}
