/**
 * Remarking: a remark, proposal, objection, question or support to a passage of a published version.
 *
 * The draft is locked, so that numbers follow without gaps or doubles and lateness is judged by the stage as it is: by
 * the moment the request was received, until 24:00 of the last day in the instance's zone.
 */
import { and, eq, max } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { dropUnsent } from '#app/domain/accounts/unsent.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { inRegistryOn, recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { holdNewcomer } from '#app/domain/moderation/holding.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { RemarkKind } from '#content/types.ts'
import { anchors, remarks } from '#db/schema/index.ts'
import { type DraftState, lockDraft, lockRemark } from './facts.server.ts'
import type { Evidence } from './passages.ts'
import { evidenceOf, type Pointed, storeAnchor } from './passaging.server.ts'
import { sameRemark } from './repeating.server.ts'
import { applyReplacement } from './replacing.ts'
import { representable } from './representing.server.ts'
import { reviewRules } from './rules.ts'
import { lastTalkDay, stageNow } from './staging.ts'
import { cleanWords } from './words.ts'

export type Weight = 'editorial' | 'substantive' | 'principal'
export type ShownAs = 'name' | 'role' | 'number'
export interface RemarkWords {
  kind: RemarkKind
  weight?: Weight
  body: string
  /** the wording proposed instead of the passage; for proposals to one block */
  replacement?: string | null
}
export interface RemarkInput extends RemarkWords, Pointed {
  draftId: string
  versionId: string
  shownAs?: ShownAs
  onBehalfOfId?: string | null
}

/** Leaves a remark and returns its id and number within the draft; said again at once, those of the first. */
export async function leaveRemark(
  ctx: ActingCtx,
  input: RemarkInput,
): Promise<{ id: string; number: number }> {
  await countAttempt(ctx, 'remark', ctx.actor.personId, content().settings.rates.remarksPerPerson)
  const words = cleanedWords(input)
  return atomically(ctx, async (ctx) => {
    const state = await lockDraft(ctx, input.draftId)
    authorize(reviewRules.remark, ctx.actor, state.facts)
    const { evidence, around } = await evidenceOf(ctx, input.draftId, input.versionId, input)
    if (words.replacement) assertApplicable(applyReplacement(around, evidence, words.replacement))
    await representable(ctx, input.onBehalfOfId)
    const said = { ...words, ...placeOf(input) }
    const first = await sameRemark(ctx, said, evidence)
    if (first) return first
    const anchorId = await storeAnchor(ctx, input.draftId, input.versionId, evidence)
    const remark = { id: uuidv7(), ...(await nextNumbers(ctx, input.draftId)) }
    const about = { kind: 'remark', id: remark.id, place: state.facts.place, draftId: input.draftId }
    const veil = await holdNewcomer(ctx, about, { title: state.draft.title, number: remark.number })
    await ctx.db.insert(remarks).values({
      ...remark,
      ...said,
      ...veil,
      stageId: stageNow(state.stages, ctx.now, ctx.zone).stage?.id ?? null,
      anchorId,
      lang: state.draft.lang,
      authorId: ctx.actor.personId,
      receivedAt: ctx.now,
      createdAt: ctx.now,
    })
    await record(
      ctx,
      'remark.left',
      { kind: 'remark', id: remark.id },
      { draft: input.draftId, number: remark.number },
    )
    await dropUnsent(ctx, `remark:${input.draftId}`)
    // The card of an expert is public: it must not tell who signed with a number or a role only.
    if (said.shownAs === 'name') await engage(ctx, state)
    return { id: remark.id, number: remark.number }
  })
}

/** Changes the words of an own remark while nobody has answered it. The passage stays. */
export async function editRemark(ctx: ActingCtx, remarkId: string, input: RemarkWords): Promise<void> {
  const words = cleanedWords(input)
  await atomically(ctx, async (ctx) => {
    const { remark, facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.editRemark, ctx.actor, facts)
    if (words.replacement) {
      const [evidence] = await ctx.db.select().from(anchors).where(eq(anchors.id, remark.anchorId))
      const { around } = await evidenceOf(ctx, remark.draftId, remark.versionId, evidence as Evidence)
      assertApplicable(applyReplacement(around, evidence as Evidence, words.replacement))
    }
    await ctx.db.update(remarks).set(words).where(eq(remarks.id, remarkId))
    const before = sha256({ id: remark.id, body: remark.body, replacement: remark.replacement })
    await record(ctx, 'remark.edited', { kind: 'remark', id: remarkId }, { before })
  })
}

/** Takes an own remark back. Its number and place stay, its words are no longer shown. */
export async function withdrawRemark(ctx: ActingCtx, remarkId: string, reason = ''): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockRemark(ctx, remarkId)
    authorize(reviewRules.withdrawRemark, ctx.actor, facts)
    const withdrawReason =
      cleanWords(reason, 'reason', content().settings.text.reason, { required: false }) || null
    await ctx.db.update(remarks).set({ withdrawnAt: ctx.now, withdrawReason }).where(eq(remarks.id, remarkId))
    await record(ctx, 'remark.withdrawn', { kind: 'remark', id: remarkId })
  })
}

function cleanedWords({ kind, weight = 'substantive', body, replacement }: RemarkWords) {
  const { remarks: reference, settings } = content()
  const order = reference.kinds.find(({ code }) => code === kind)
  if (!order) throw new Problem('invalid', {}, 'kind')
  const max = settings.text.remark
  const words = replacement ? cleanWords(replacement, 'replacement', max, { required: false }) : ''
  if (words !== '' && !order.replacement) throw new Problem('replacement-kind', {}, 'replacement')
  return {
    kind,
    weight,
    body: cleanWords(body, 'body', max, { required: order.bodyRequired }),
    replacement: words === '' ? null : words,
  }
}

function placeOf({ draftId, versionId, shownAs = 'name', onBehalfOfId = null }: RemarkInput) {
  return { draftId, versionId, shownAs, onBehalfOfId }
}

function assertApplicable(result: ReturnType<typeof applyReplacement>): void {
  if (typeof result === 'string') throw new Problem(result, {}, 'replacement')
}

/** The next number of the draft, and the author's participant number: the one already held, or the next. */
async function nextNumbers(
  ctx: ActingCtx,
  draftId: string,
): Promise<{ number: number; participantNumber: number }> {
  const last = { number: max(remarks.number), participant: max(remarks.participantNumber) }
  const [all] = await ctx.db.select(last).from(remarks).where(eq(remarks.draftId, draftId))
  const [own] = await ctx.db
    .select({ participantNumber: remarks.participantNumber })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), eq(remarks.authorId, ctx.actor.personId)))
    .limit(1)
  return {
    number: (all?.number ?? 0) + 1,
    participantNumber: own?.participantNumber ?? (all?.participant ?? 0) + 1,
  }
}

/** Taking part in a discussion belongs to the biography of people of the registry. */
async function engage(ctx: ActingCtx, { draft, stages }: DraftState): Promise<void> {
  const { personId, today } = ctx.actor
  if (!(await inRegistryOn(ctx, personId, today))) return
  await recordEngagement(ctx, {
    personId,
    kind: 'discussion',
    objectKind: 'draft',
    objectId: draft.id,
    title: draft.title,
    role: 'participant',
    firstDay: today,
    lastDay: lastTalkDay(stages) ?? today,
    outcome: 'going',
  })
}
