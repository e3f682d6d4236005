/** Hiding: moderation takes words out of results and exports, with its reason, and puts them back. The answer stays as sent. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { answers, hiddenAnswers, responses } from '#db/schema/index.ts'
import { lockQuestionnaire } from './facts.server.ts'
import { questionnaireRules } from './rules.ts'

export interface Words {
  responseId: string
  question: string
}

/** Hides the words of an answer that is in the results. */
export async function hideAnswer(ctx: ActingCtx, id: string, words: Words, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockWords(ctx, id, words)
    if (reason.trim() === '') throw new Problem('required', {}, 'reason')
    const [hidden] = await ctx.db
      .insert(hiddenAnswers)
      .values({ ...words, reason, hiddenById: ctx.actor.personId, hiddenAt: ctx.now })
      .onConflictDoNothing()
      .returning({ question: hiddenAnswers.question })
    if (!hidden) throw new Problem('conflict')
    await record(
      ctx,
      'answer.hidden',
      { kind: 'response', id: words.responseId },
      { question: words.question },
    )
  })
}

/** Shows them again. */
export async function showAnswer(ctx: ActingCtx, id: string, words: Words): Promise<void> {
  await atomically(ctx, async (ctx) => {
    await lockWords(ctx, id, words)
    const shown = await ctx.db
      .delete(hiddenAnswers)
      .where(
        and(
          eq(hiddenAnswers.responseId, words.responseId),
          eq(hiddenAnswers.question, words.question),
          // what a case of moderation covers, only a case shows again
          isNull(hiddenAnswers.veil),
        ),
      )
      .returning({ question: hiddenAnswers.question })
    if (shown.length === 0) throw new Problem('conflict')
    await record(
      ctx,
      'answer.shown',
      { kind: 'response', id: words.responseId },
      { question: words.question },
    )
  })
}

async function lockWords(ctx: ActingCtx, id: string, { responseId, question }: Words): Promise<void> {
  const { facts } = await lockQuestionnaire(ctx, id)
  authorize(questionnaireRules.results, ctx.actor, facts)
  authorize(questionnaireRules.hide, ctx.actor, facts)
  const [row] = await ctx.db
    .select({ id: responses.id })
    .from(responses)
    .innerJoin(answers, and(eq(answers.responseId, responses.id), eq(answers.question, question)))
    .where(
      and(
        eq(responses.id, responseId),
        eq(responses.objectKind, 'questionnaire'),
        eq(responses.objectId, id),
        isNotNull(responses.sentAt),
      ),
    )
  found(row)
}
