/** Appeals of either kind, by the stage: against a refusal at the check, and against the result. */
import type { z } from 'zod'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestAppealMarks } from '#db/schema/index.ts'
import { answerAppeal, answerCheckAppeal, appealCheck, appealOf, fileAppeal } from './checking.server.ts'
import { lockWork, workByNumber } from './facts.server.ts'
import type { AnswerForm } from './forms.ts'
import { workRules } from './rules.ts'

/** Objects, by the stage, to the refusal or to the result; once to each. */
export async function appealWork(ctx: ActingCtx, number: number, words: string): Promise<void> {
  const { facts } = await workByNumber(ctx, number)
  return facts.stage === 'appeal' ? appealResult(ctx, number, words) : appealCheck(ctx, number, words)
}

/**
 * Answers it with reasons. An appeal against a result that is upheld may bring a mark by any criterion, kept beside the
 * first ones; the ranking is then published anew. Problems: those of the rule, mark-invalid.
 */
export async function answerWork(
  ctx: ActingCtx,
  number: number,
  answer: z.output<typeof AnswerForm>,
  marks: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { facts } = await workByNumber(ctx, number)
  return facts.stage === 'appeal'
    ? answerResult(ctx, number, answer, marks)
    : answerCheckAppeal(ctx, number, answer)
}

async function appealResult(ctx: ActingCtx, number: number, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.appealResult, ctx.actor, facts)
    await fileAppeal(ctx, work.id, 'result', words)
  })
}

async function answerResult(
  ctx: ActingCtx,
  number: number,
  { upheld, answer }: z.output<typeof AnswerForm>,
  marks: Readonly<Record<string, string>>,
) {
  await atomically(ctx, async (ctx) => {
    const { work, facts, contest } = await lockWork(ctx, number)
    authorize(workRules.answerResult, ctx.actor, facts)
    await answerAppeal(ctx, work.id, 'result', { upheld: upheld === 'yes', answer })
    if (upheld === 'yes') await keepMarks(ctx, work.id, contest.questionnaireVersionId, marks)
    await notify(ctx, work.authorId, 'work.appeal-answered', {
      ...{ objectKind: 'submission', objectId: work.id, address: `/works/${work.number}` },
      facts: { title: work.title, contest: contest.title },
    })
  })
}

async function keepMarks(
  ctx: ActingCtx,
  workId: string,
  versionId: string,
  marks: Readonly<Record<string, string>>,
) {
  const { id: appealId } = found(await appealOf(ctx, workId, 'result'))
  const { form } = await formOf(ctx, versionId)
  const rows = Object.entries(marks).flatMap(([question, typed]) => {
    if (typed === '') return []
    const asked = form.questions.find(({ code, type }) => code === question && type === 'scale')
    const mark = /^\d{1,3}$/.test(typed) ? Number(typed) : -1
    if (!asked || mark < 0 || mark >= (asked.scale ?? []).length)
      throw new Problem('answer-invalid', { question: asked?.title ?? '' }, `mark-${question}`)
    return [{ appealId, question, mark }]
  })
  if (rows.length > 0) await ctx.db.insert(contestAppealMarks).values(rows)
}
