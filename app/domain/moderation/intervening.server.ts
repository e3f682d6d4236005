/**
 * Intervening: a moderator lets words through, hides them or gives them back, always with a reason that is shown.
 *
 * Every step is a row that is never changed. An appeal is decided by the same command: let through means granted.
 */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { standsInFor } from '#app/domain/accounts/standing-in.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notify, notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { interventions, moderationCases, reports } from '#db/schema/index.ts'
import { type CaseRow, caseFacts, lockCase } from './cases.server.ts'
import { ofClosedStage } from './moderators.server.ts'
import { openCase } from './opening.server.ts'
import { capabilityOver, moderationRules } from './rules.ts'
import type { TextFacts, TextKind, TextKinds } from './texts.ts'

export interface Verdict {
  step: 'pass' | 'hide' | 'return'
  /** code of content/moderation.yaml; needed unless words are let through */
  reason?: string | undefined
  words?: string | undefined
}

type Step = (typeof interventions.$inferSelect)['step']

/** Closes a case of the queue; returns the id of the intervention. Problem('conflict') when it is closed already. */
export async function decideCase(
  ctx: ActingCtx,
  kinds: TextKinds,
  caseId: string,
  verdict: Verdict,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { row, kind, text } = await lockCase(ctx, kinds, caseId)
    authorize(moderationRules.decide, ctx.actor, await caseFacts(ctx, row, text))
    if (row.closedAt !== null || !text.stands) throw new Problem('conflict')
    return intervene(ctx, { row, kind, text, verdict })
  })
}

/** Hides, returns or shows a text without anybody having asked. */
export async function stepIn(
  ctx: ActingCtx,
  kinds: TextKinds,
  ref: { kind: string; id: string },
  verdict: Verdict,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const text = await found(kinds[ref.kind]).lock(ctx, ref.id)
    const { place, authorId } = text
    const inner = await ofClosedStage(ctx, text.draftId)
    const facts = { place, inner, authorId, appealedOf: null, another: false }
    authorize(moderationRules.decide, ctx.actor, facts)
    // Nothing to show that is not hidden, nothing to hide that is.
    if ((verdict.step === 'pass') === (text.veil === null)) throw new Problem('conflict')
    const caseId = await openCase(ctx, { ...text, kind: ref.kind }, 'moderator')
    return decideCase(ctx, kinds, caseId, verdict)
  })
}

interface Deed {
  row: CaseRow
  kind: TextKind
  text: TextFacts
  verdict: Verdict
}

async function intervene(ctx: ActingCtx, { row, kind, text, verdict }: Deed): Promise<string> {
  if (verdict.step === 'return' && !kind.revise) throw new Problem('conflict')
  const { reason, words } = reasonOf(verdict, row)
  const step = stepOf(verdict, row, text)
  const id = uuidv7()
  const deputyOfId = standsInFor(ctx.actor, capabilityOver(ctx.actor, text.place), text.place)
  await ctx.db.insert(interventions).values({
    ...{ id, caseId: row.id, objectKind: row.objectKind, objectId: row.objectId, authorId: row.authorId },
    ...{ step, reason, words, moderatorId: ctx.actor.personId, deputyOfId: deputyOfId ?? null, at: ctx.now },
  })
  await ctx.db.update(moderationCases).set({ closedAt: ctx.now }).where(eq(moderationCases.id, row.id))
  await record(
    ctx,
    `${row.objectKind}.${step}`,
    { kind: row.objectKind, id: row.objectId },
    { case: row.id, intervention: id, reason },
    deputyOfId ? { deputyOfId } : {},
  )
  if (step === 'passed' || step === 'shown') await kind.cover(ctx, row.objectId, null)
  if (step === 'hidden' || step === 'returned')
    await kind.cover(ctx, row.objectId, { veil: step, code: reason, words })
  await tell(ctx, { row, text, step, id })
  return id
}

/** `kept`: things stay as they were, which is what a dismissed report and a denied appeal mean. */
function stepOf({ step }: Verdict, row: CaseRow, text: TextFacts): Step {
  if (step === 'pass') return text.veil === null ? 'kept' : text.veil === 'held' ? 'passed' : 'shown'
  if (row.origin === 'appeal' && step === 'hide') return 'kept'
  return step === 'hide' ? 'hidden' : 'returned'
}

function reasonOf({ step, reason, words = '' }: Verdict, row: CaseRow) {
  const said = words.trim().slice(0, content().settings.text.reason)
  if (step === 'pass') return { reason: null, words: said }
  if (row.origin === 'appeal' && said === '') throw new Problem('required', {}, 'words')
  const known = content().moderation.reasons.some(({ code }) => code === reason)
  if (!reason || !known) throw new Problem('required', {}, 'reason')
  return { reason, words: said }
}

async function tell(
  ctx: ActingCtx,
  { row, text, step, id }: Pick<Deed, 'row' | 'text'> & { step: Step; id: string },
): Promise<void> {
  const facts = { ...text.facts, kind: row.objectKind }
  // A dismissed report never touched the author's words.
  if (row.authorId !== null && (step !== 'kept' || row.origin === 'appeal')) {
    await notify(ctx, row.authorId, `text.${step}`, {
      ...{ objectKind: 'intervention', objectId: id, facts },
      address: `/cabinet/moderation/${id}`,
    })
  }
  const asked = await ctx.db
    .select({ id: reports.reporterId })
    .from(reports)
    .where(eq(reports.caseId, row.id))
  await notifyAll(
    ctx,
    asked.map(({ id }) => id),
    step === 'kept' ? 'report.kept' : 'report.heard',
    { objectKind: 'case', objectId: row.id, address: text.address, facts },
  )
}
