/** Appeals of either kind, by the stage: against a refusal at the check, and against the result. */
import type { z } from 'zod'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { answerAppeal, answerCheckAppeal, appealCheck, fileAppeal } from './checking.server.ts'
import { lockWork, workByNumber } from './facts.server.ts'
import type { AnswerForm } from './forms.ts'
import { workRules } from './rules.ts'

/** Objects, by the stage, to the refusal or to the result; once to each. */
export async function appealWork(ctx: ActingCtx, number: number, words: string): Promise<void> {
  const { facts } = await workByNumber(ctx, number)
  return facts.stage === 'appeal' ? appealResult(ctx, number, words) : appealCheck(ctx, number, words)
}

/** Answers it with reasons; an upheld appeal against a result is followed by a new reckoning. */
export async function answerWork(
  ctx: ActingCtx,
  number: number,
  answer: z.output<typeof AnswerForm>,
): Promise<void> {
  const { facts } = await workByNumber(ctx, number)
  return facts.stage === 'appeal' ? answerResult(ctx, number, answer) : answerCheckAppeal(ctx, number, answer)
}

async function appealResult(ctx: ActingCtx, number: number, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { work, facts } = await lockWork(ctx, number)
    authorize(workRules.appealResult, ctx.actor, facts)
    await fileAppeal(ctx, work.id, 'result', words)
  })
}

async function answerResult(ctx: ActingCtx, number: number, { upheld, answer }: z.output<typeof AnswerForm>) {
  await atomically(ctx, async (ctx) => {
    const { work, facts, contest } = await lockWork(ctx, number)
    authorize(workRules.answerResult, ctx.actor, facts)
    await answerAppeal(ctx, work.id, 'result', { upheld: upheld === 'yes', answer })
    await notify(ctx, work.authorId, 'work.appeal-answered', {
      ...{ objectKind: 'submission', objectId: work.id, address: `/works/${work.number}` },
      facts: { title: work.title, contest: contest.title },
    })
  })
}
