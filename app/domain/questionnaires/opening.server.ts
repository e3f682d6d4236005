/** Opening: how a questionnaire is put to people, its publication as an immutable version, and its end before the term. */
import { and, eq } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import {
  discussions,
  participations,
  questionnaires,
  questionnaireVersions,
  stages,
} from '#db/schema/index.ts'
import { formFaults } from './composing.ts'
import { lockQuestionnaire, type QuestionnaireRow, type QuestionnaireState } from './facts.server.ts'
import { questionnaireRules } from './rules.ts'

export interface Conduct {
  stageId: string | null
  firstDay: string | null
  lastDay: string | null
  audience: QuestionnaireRow['audience']
  anonymous: boolean
  editable: boolean
  results: QuestionnaireRow['results']
}

/**
 * Sets who is asked, when and how. Once it is published only the last day may move: whoever has answered was promised
 * the rest. Problem('questionnaire-published') names the field that may not change any more.
 */
export async function setConduct(ctx: ActingCtx, id: string, conduct: Conduct): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.compose, ctx.actor, state.facts)
    await checkConduct(ctx, state, conduct)
    await ctx.db.update(questionnaires).set(conduct).where(eq(questionnaires.id, id))
    const { firstDay, lastDay, audience, anonymous } = conduct
    await record(
      ctx,
      'questionnaire.conducted',
      { kind: 'questionnaire', id },
      { firstDay, lastDay, audience, anonymous },
    )
  })
}

async function checkConduct(ctx: Ctx, { row, facts }: QuestionnaireState, conduct: Conduct) {
  if (conduct.stageId && !(await stageOfDraft(ctx, row.draftId, conduct.stageId)))
    throw new Problem('invalid', {}, 'stageId')
  if ((conduct.firstDay === null) !== (conduct.lastDay === null)) throw new Problem('day', {}, 'lastDay')
  if (conduct.firstDay && conduct.lastDay && conduct.firstDay > conduct.lastDay)
    throw new Problem('term-order', {}, 'lastDay')
  if (conduct.anonymous && (conduct.audience !== 'invited' || conduct.editable))
    throw new Problem('anonymous-list', {}, 'anonymous')
  if (conduct.audience === 'panel' && !row.draftId) throw new Problem('audience-draft', {}, 'audience')
  if (!facts.published) return
  for (const field of ['stageId', 'audience', 'anonymous', 'editable', 'results', 'firstDay'] as const)
    if (conduct[field] !== row[field]) throw new Problem('questionnaire-published', {}, field)
  const today = dayOf(ctx.now, ctx.zone)
  if (conduct.lastDay !== row.lastDay && conduct.lastDay !== null && conduct.lastDay < today)
    throw new Problem('term-past', {}, 'lastDay')
}

/** Publishes the form being composed; its SHA-256 is fixed, and those who are invited are told once. */
export async function publishQuestionnaire(ctx: ActingCtx, id: string, seen: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.publish, ctx.actor, state.facts)
    const { row, composing, term, draft } = state
    if (!composing) throw new Problem('conflict')
    if (composing.sha256 !== seen) throw new Problem('stale')
    const [fault] = formFaults(composing.form, row)
    if (fault) throw new Problem(fault.code)
    if (row.kind === 'sheet') {
      await publish(ctx, id, composing)
      return
    }
    if (!term) throw new Problem('term-missing')
    if (term.lastDay < dayOf(ctx.now, ctx.zone)) throw new Problem('term-past')
    const invited = await invitedTo(ctx, id)
    const { minimum } = content().settings.questionnaires
    if (row.audience === 'invited' && invited.length === 0) throw new Problem('invited-none')
    if (row.anonymous && invited.length < minimum) throw new Problem('anonymous-few', { minimum })
    await publish(ctx, id, composing)
    await tellInvited(ctx, state, invited, composing.form.title, draft?.title ?? '')
  })
}

async function publish(ctx: Ctx, questionnaireId: string, { id, sha256 }: { id: string; sha256: string }) {
  await ctx.db
    .update(questionnaireVersions)
    .set({ publishedAt: ctx.now })
    .where(eq(questionnaireVersions.id, id))
  const facts = { version: id, sha256 }
  await record(ctx, 'questionnaire.published', { kind: 'questionnaire', id: questionnaireId }, facts)
}

/** Ends the taking of answers before its last day. */
export async function closeQuestionnaire(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts } = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.close, ctx.actor, facts)
    await ctx.db.update(questionnaires).set({ closedAt: ctx.now }).where(eq(questionnaires.id, id))
    await record(ctx, 'questionnaire.closed', { kind: 'questionnaire', id })
  })
}

/** Stages of the draft that answers may be tied to. */
export async function stagesFor(ctx: Ctx, draftId: string | null) {
  if (!draftId) return []
  return ctx.db
    .select({ id: stages.id, title: stages.title, firstDay: stages.firstDay, lastDay: stages.lastDay })
    .from(stages)
    .innerJoin(discussions, eq(discussions.id, stages.discussionId))
    .where(eq(discussions.draftId, draftId))
    .orderBy(stages.position)
}

/** Tells people that a published questionnaire asks them. */
export async function tellInvited(
  ctx: Ctx,
  { row }: Pick<QuestionnaireState, 'row'>,
  personIds: readonly string[],
  title: string,
  draft: string,
): Promise<void> {
  await notifyAll(ctx, personIds, 'questionnaire.asked', {
    objectKind: 'questionnaire',
    objectId: row.id,
    address: `/questionnaires/${row.number}`,
    facts: { title, draft },
  })
}

async function invitedTo(ctx: Ctx, questionnaireId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: participations.personId })
    .from(participations)
    .where(and(eq(participations.questionnaireId, questionnaireId), eq(participations.invited, true)))
  return rows.map(({ personId }) => personId)
}

async function stageOfDraft(ctx: Ctx, draftId: string | null, stageId: string): Promise<boolean> {
  return (await stagesFor(ctx, draftId)).some(({ id }) => id === stageId)
}
