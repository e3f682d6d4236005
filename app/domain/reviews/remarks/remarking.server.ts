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
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { inRegistryOn, recordEngagement } from '#app/domain/experts/engaging.server.ts'
import { record } from '#app/domain/log.server.ts'
import { holdNewcomer } from '#app/domain/moderation/holding.server.ts'
import { evidenceOf, type Pointed, storeAnchor } from '#app/domain/reviews/anchors/passaging.server.ts'
import { lastTalkDay, stageNow } from '#app/domain/reviews/course/staging.ts'
import { type DraftState, lockDraft, lockRemark } from '#app/domain/reviews/facts.server.ts'
import { positionFor } from '#app/domain/reviews/inner/representing.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { RemarkKind } from '#content/types.ts'
import { remarks } from '#db/schema/index.ts'
import { type Attachments, attach } from './attaching.server.ts'
import { sameRemark } from './repeating.server.ts'
import { cleanedWords, worded } from './said.ts'
import { remarkHash } from './said-hash.ts'
import type { Way } from './wording.ts'

export type Weight = 'editorial' | 'substantive' | 'principal'
export type ShownAs = 'name' | 'role' | 'number'
export interface RemarkWords {
  kind: RemarkKind
  weight?: Weight
  body: string
  /** the words of a proposal to one block, and what is to be done with them; without a way: instead of the passage */
  replacement?: string | null
  way?: Way
  /** why, and which norms and papers it rests on */
  grounds?: string
  sources?: string
}
export interface RemarkInput extends RemarkWords, Pointed {
  draftId: string
  versionId: string
  shownAs?: ShownAs
  /** the position of this organisation; the first remark of it names who signs */
  onBehalfOfId?: string | null
  signatory?: string
  /** on the document as a whole: what is pointed at is its first unit */
  general?: boolean
}

/** Leaves a remark and returns its id and number within the draft; said again at once, those of the first. */
export async function leaveRemark(
  ctx: ActingCtx,
  input: RemarkInput,
  attachments: Attachments = { dataDir: '', files: [] },
): Promise<{ id: string; number: number }> {
  await countAttempt(ctx, 'remark', ctx.actor.personId, content().settings.rates.remarksPerPerson)
  return leaveUncounted(ctx, input, attachments)
}

/** The same for one of many that come at once: the caller has counted the attempt. */
export async function leaveUncounted(
  ctx: ActingCtx,
  input: RemarkInput,
  attachments: Attachments = { dataDir: '', files: [] },
): Promise<{ id: string; number: number }> {
  const cleaned = cleanedWords(input)
  return atomically(ctx, async (ctx) => {
    const state = await lockDraft(ctx, input.draftId)
    authorize(reviewRules.remark, ctx.actor, state.facts)
    const { evidence, around } = await evidenceOf(ctx, input.draftId, input.versionId, input)
    const words = worded(cleaned, evidence, around)
    const positionId = await positionFor(ctx, state, input)
    const said = { ...words, ...placeOf(input) }
    const first = await sameRemark(ctx, said, evidence)
    if (first) return first
    const anchorId = await storeAnchor(ctx, input.draftId, input.versionId, evidence)
    const remark = {
      id: uuidv7(),
      ...(await nextNumbers(ctx, input.draftId, ctx.actor.personId, said.shownAs)),
    }
    const about = { kind: 'remark', id: remark.id, place: state.facts.place, draftId: input.draftId }
    // whoever calls people into a closed discussion knows them
    const veil = state.facts.closed
      ? {}
      : await holdNewcomer(ctx, about, { title: state.draft.title, number: remark.number })
    await ctx.db.insert(remarks).values({
      ...remark,
      ...said,
      ...veil,
      positionId,
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
      { draft: input.draftId, number: remark.number, words: remarkHash({ ...remark, ...said }) },
    )
    await attach(ctx, remark.id, attachments)
    await dropUnsent(ctx, `remark:${input.draftId}`)
    // The card of an expert is public: it must not tell who signed with a number or a role only, nor of a closed talk.
    if (said.shownAs === 'name' && !state.facts.closed) await engage(ctx, state, ctx.actor.personId)
    return { id: remark.id, number: remark.number }
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

function placeOf(input: RemarkInput) {
  const { draftId, versionId, shownAs = 'name', onBehalfOfId = null, general = false } = input
  return { draftId, versionId, shownAs, onBehalfOfId, general }
}

/**
 * The next number of the draft, and the author's participant number: the one already held, or the next. Who signs with
 * a number has another one than under the own name: the numbers must not tell that both are one person.
 */
export async function nextNumbers(
  ctx: Ctx,
  draftId: string,
  authorId: string,
  shownAs: ShownAs,
): Promise<{ number: number; participantNumber: number }> {
  const last = { number: max(remarks.number), participant: max(remarks.participantNumber) }
  const [all] = await ctx.db.select(last).from(remarks).where(eq(remarks.draftId, draftId))
  const [own] = await ctx.db
    .select({ participantNumber: remarks.participantNumber })
    .from(remarks)
    .where(and(eq(remarks.draftId, draftId), eq(remarks.authorId, authorId), eq(remarks.shownAs, shownAs)))
    .limit(1)
  return {
    number: (all?.number ?? 0) + 1,
    participantNumber: own?.participantNumber ?? (all?.participant ?? 0) + 1,
  }
}

/** Taking part in a discussion belongs to the biography of people of the registry. */
export async function engage(ctx: Ctx, { draft, stages }: DraftState, personId: string): Promise<void> {
  const today = dayOf(ctx.now, ctx.zone)
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
