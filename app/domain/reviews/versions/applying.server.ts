/**
 * Applying: the words of accepted proposals go into the text that is being prepared, all that were chosen or none, over
 * the very edition that was seen; and they can be taken out again while it is not published.
 */
import { and, eq } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { checkedDoc } from '#app/domain/reviews/drafting.server.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { blocksOf } from '#app/domain/reviews/texts/blocks.ts'
import { type Hunk, putWords } from '#app/domain/reviews/texts/putting.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import type { DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { appliedProposals, versions } from '#db/schema/index.ts'
import { type Edit, hunksByUnit, hunksOf, meetings } from './suggesting.ts'
import {
  type AppliedRow,
  appliedIn,
  type Suggestion,
  suggestionsIn,
  workplaceOf,
} from './suggestions.server.ts'
import { beginVersion } from './versioning.server.ts'

export interface Choice {
  remarkId: string
  /** other words than the proposed ones, of a proposal accepted in part */
  words?: string
}
export interface Chosen {
  /** number of the published version, and the edition of the text being prepared (0: none begun), as they were seen */
  base: number
  edition: number
  proposals: Choice[]
}

/** Puts the chosen proposals into the next version's text; begins it when nobody has. Returns its new edition. */
export async function applyProposals(
  ctx: ActingCtx,
  draftId: string,
  chosen: Chosen,
): Promise<{ versionId: string; number: number; edition: number }> {
  return atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.applyProposals, ctx.actor, facts)
    const place = found((await workplaceOf(ctx, draftId)) ?? undefined)
    if (place.base.number !== chosen.base || (place.next?.edition ?? 0) !== chosen.edition)
      throw new Problem('stale')
    const edits = editsOf(await suggestionsIn(ctx, draftId, place), chosen.proposals)
    assertPeaceful(edits)
    const body = putInto(place.next?.body ?? place.base.body, hunksByUnit(edits))
    const next = place.next ?? { ...(await beginVersion(ctx, draftId)), edition: 1 }
    const edition = next.edition + 1
    await ctx.db.update(versions).set({ body, edition }).where(eq(versions.id, next.id))
    await ctx.db.insert(appliedProposals).values(
      edits.map((edit) => ({
        ...{ remarkId: edit.remarkId, versionId: next.id, edition, blockId: edit.blockId },
        ...{ before: edit.before, after: edit.after, fromOffset: offsetAfter(edit, edits) },
        ...{ appliedById: ctx.actor.personId, appliedAt: ctx.now },
      })),
    )
    const remarks = edits.map(({ remarkId }) => remarkId)
    await record(ctx, 'proposals.applied', { kind: 'version', id: next.id }, { edition, remarks })
    return { versionId: next.id, number: next.number, edition }
  })
}

/** Puts the words of before back; Problem('proposal-rewritten') when somebody has written over them since. */
export async function takeBackProposal(
  ctx: ActingCtx,
  draftId: string,
  { remarkId, edition }: { remarkId: string; edition: number },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.applyProposals, ctx.actor, facts)
    const next = found((await workplaceOf(ctx, draftId))?.next ?? undefined)
    if (next.edition !== edition) throw new Problem('stale')
    const applied = await appliedIn(ctx, next.id)
    const row = found(applied.get(remarkId))
    const shared = [...applied.values()].some((other) => other !== row && isSame(other, row))
    const hunks = shared ? [] : backHunks(next.body, row, edition)
    const body = putInto(next.body, new Map([[row.blockId, hunks]]))
    await ctx.db
      .update(versions)
      .set({ body, edition: edition + 1 })
      .where(eq(versions.id, next.id))
    await ctx.db
      .delete(appliedProposals)
      .where(and(eq(appliedProposals.versionId, next.id), eq(appliedProposals.remarkId, remarkId)))
    const about = { kind: 'version', id: next.id }
    await record(ctx, 'proposal.taken-back', about, { edition: edition + 1, remark: remarkId })
  })
}

/** The changes that were chosen; a Problem of the first that is not accepted, cannot be made or is made already. */
function editsOf(known: readonly Suggestion[], proposals: readonly Choice[]): Edit[] {
  if (proposals.length === 0) throw new Problem('proposals-none')
  const byId = new Map(known.map((suggestion) => [suggestion.remark.id, suggestion]))
  return [...new Map(proposals.map((choice) => [choice.remarkId, choice])).values()].map(
    ({ remarkId, words }) => {
      const { remark, edit, fault, applied } = found(byId.get(remarkId))
      const n = { n: remark.number }
      if (!remark.decision) throw new Problem('proposal-undecided', n)
      if (applied) throw new Problem('proposal-applied', n)
      if (fault || !edit) throw new Problem(fault ?? 'proposal-gone', n)
      if (words === undefined) return edit
      if (remark.decision.decision !== 'partly') throw new Problem('proposal-words', n)
      const after = cleanWords(words, 'words', content().settings.text.remark, { required: false })
      if (after === edit.before) throw new Problem('replacement-same', n)
      return { ...edit, after, hunks: hunksOf(edit.before, after, edit.from) }
    },
  )
}

/** Problem('proposals-conflict') when two of the chosen want different words in one place. */
function assertPeaceful(edits: readonly Edit[]): void {
  for (const [remarkId, met] of meetings(edits)) {
    const clash = met.find(({ meeting }) => meeting === 'clash')
    const one = edits.find((edit) => edit.remarkId === remarkId)
    if (clash && one) throw new Problem('proposals-conflict', { a: one.number, b: clash.other.number })
  }
}

function putInto(body: DocJson, hunks: ReadonlyMap<string, readonly Hunk[]>): DocJson {
  const result = putWords(body, hunks)
  if (!result) throw new Problem('proposal-footnote')
  return checkedDoc(result)
}

/** Where the new words begin, once every change before them in the unit is made. */
function offsetAfter(edit: Edit, edits: readonly Edit[]): number {
  const before = hunksByUnit(edits)
    .get(edit.blockId)
    ?.filter(({ from, to }) => from < edit.from && to <= edit.from)
  return (before ?? []).reduce((at, { from, to, words }) => at + words.length - (to - from), edit.from)
}

/** Two proposals asked for the very same change: it stays for the other one. */
function isSame(a: AppliedRow, b: AppliedRow): boolean {
  return (
    a.blockId === b.blockId && a.fromOffset === b.fromOffset && a.before === b.before && a.after === b.after
  )
}

/** The change that undoes another: where the words were put, or where else they stand once in the unit. */
function backHunks(
  body: DocJson,
  { blockId, before, after, fromOffset, edition }: AppliedRow,
  now: number,
): Hunk[] {
  const text = blocksOf(body).find((unit) => unit.blockId === blockId)?.text
  const rewritten = new Problem('proposal-rewritten')
  if (text === undefined) throw rewritten
  const stands = text.slice(fromOffset, fromOffset + after.length) === after
  if (stands && edition === now) return hunksOf(after, before, fromOffset)
  const at = after === '' ? -1 : text.indexOf(after)
  if (at < 0 || text.includes(after, at + 1)) throw rewritten
  return hunksOf(after, before, at)
}
