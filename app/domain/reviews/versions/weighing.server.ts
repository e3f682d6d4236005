/**
 * Weighing: a text is published only when what it leaves open has been seen: changes that answer no remark are
 * confirmed, promises that were not kept and remarks without a decision are explained. The words are kept with the
 * version and shown to its readers.
 */
import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { Facts } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import type { BlockInput } from '#app/domain/reviews/texts/blocks.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { content } from '#content/load.ts'
import { appliedProposals, type versions } from '#db/schema/index.ts'
import { flagsOf, unkept } from './flags.server.ts'
import { appliedIn, workplaceOf } from './suggestions.server.ts'

/** What a person says about what a text leaves open. */
export interface Seen {
  /** `seen` of the flags whose changes were confirmed */
  seen?: string
  unkeptReason?: string
  unansweredReason?: string
}
interface Weighed {
  values: Partial<typeof versions.$inferInsert>
  facts: Facts
  /** remarks whose words it holds */
  applied: string[]
}

/** What is kept with the version; a Problem of its field when something was not seen or not explained. */
export async function weigh(
  ctx: ActingCtx,
  draftId: string,
  answers: readonly string[],
  said: Seen,
): Promise<Weighed> {
  const place = await workplaceOf(ctx, draftId)
  if (!place?.next) return { values: {}, facts: {}, applied: [] }
  const flags = await flagsOf(ctx, draftId, { base: place.base, next: place.next })
  const counts = {
    unanswered: flags.unanswered.length,
    unkept: unkept(flags, answers).length,
    unexplained: flags.unexplained.length,
  }
  const unkeptReason = explained('unkept', counts.unkept, said.unkeptReason)
  const unansweredReason = explained('unanswered', counts.unanswered, said.unansweredReason)
  if (counts.unexplained > 0 && said.seen !== flags.seen)
    throw new Problem('version-unexplained', { n: counts.unexplained }, 'seen')
  const reasons = { version: place.next.id, unkeptReason, unansweredReason }
  const written: Facts = unkeptReason || unansweredReason ? { reasons: sha256(reasons) } : {}
  return {
    values: { flags: counts, unkeptReason, unansweredReason },
    facts: { ...counts, ...written },
    applied: flags.promises.flatMap(({ remark, state }) => (state === 'applied' ? [remark.id] : [])),
  }
}

/** What somebody says who has looked at everything: for texts whose history is told, not lived. */
export async function seenAll(ctx: ActingCtx, draftId: string, reason: string): Promise<Seen> {
  const place = await workplaceOf(ctx, draftId)
  if (!place?.next) return {}
  const { seen } = await flagsOf(ctx, draftId, { base: place.base, next: place.next })
  return { seen, unkeptReason: reason, unansweredReason: reason }
}

function explained(what: 'unkept' | 'unanswered', n: number, said = ''): string | null {
  const field = `${what}Reason`
  const reason = cleanWords(said, field, content().settings.text.reason, { required: false })
  if (n > 0 && reason === '') throw new Problem(`version-${what}`, { n }, field)
  return n > 0 ? reason : null
}

/** Proposals put into the text keep their units, whose ids are those of the version before from now on. */
export async function followUnits(
  ctx: ActingCtx,
  versionId: string,
  before: readonly BlockInput[],
  after: readonly BlockInput[],
): Promise<void> {
  const fresh = new Map(before.map(({ blockId }, at) => [blockId, after[at]?.blockId ?? blockId]))
  for (const { remarkId, blockId } of (await appliedIn(ctx, versionId)).values()) {
    const now = fresh.get(blockId) ?? blockId
    if (now === blockId) continue
    await ctx.db
      .update(appliedProposals)
      .set({ blockId: now })
      .where(and(eq(appliedProposals.versionId, versionId), eq(appliedProposals.remarkId, remarkId)))
  }
}
