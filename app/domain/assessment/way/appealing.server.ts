/** Appealing: the person objects to a refusal within its term; somebody else than who refused answers. */
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { factsOf, lockApplication, moveTo } from './application.server.ts'
import { concerned } from './deciding.server.ts'
import { wayRules } from './rules.ts'
import { addStep, processorsOf } from './steps.server.ts'

/** Problems: application-state, appeal-late after the term, appeal-once after an answer. */
export async function appealRefusal(ctx: ActingCtx, number: number, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['refused'])
    authorize(wayRules.self, ctx.actor, await factsOf(ctx, one))
    if (one.due === null) throw new Problem('appeal-once')
    if (ctx.actor.today > one.due) throw new Problem('appeal-late')
    await moveTo(ctx, one.id, 'appealed', { days: content().applications.terms.answer })
    const tell = [{ people: await processorsOf(ctx, one.directionId), at: 'desk' as const }]
    await addStep(ctx, one, 'appealed', { words, tell })
  })
}

/** Satisfied, the person is admitted; upheld, the refusal stands for good. */
export async function answerAppeal(
  ctx: ActingCtx,
  number: number,
  { answer, words }: { answer: 'satisfied' | 'upheld'; words: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['appealed'])
    authorize(wayRules.answer, ctx.actor, await factsOf(ctx, one))
    await moveTo(ctx, one.id, answer === 'satisfied' ? 'admitted' : 'refused')
    await addStep(ctx, one, answer, { words, tell: concerned(one) })
  })
}
