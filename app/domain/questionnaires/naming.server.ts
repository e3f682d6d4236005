/**
 * Naming responses beside their words in the results: an anonymous one bears another name, and stands in another
 * order, under every question, so that what one hand wrote is not put together again. Its id is random, so the digest
 * tells nothing of it.
 */
import { createHash } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { responses } from '#db/schema/index.ts'
import type { QuestionnaireState } from './facts.server.ts'
import type { Tally } from './tallying.ts'

type Of = { row: Pick<QuestionnaireState['row'], 'id' | 'anonymous'> }

/** The tally with responses named as readers may know them. */
export function named({ row }: Of, one: Tally): Tally {
  if (!row.anonymous) return one
  const texts = one.texts.map((said) => ({ ...said, responseId: digest(said.responseId, one.question.code) }))
  return { ...one, texts: texts.sort((a, b) => (a.responseId < b.responseId ? -1 : 1)) }
}

/** The id of the response that the results name so beside the words to the question; null when there is none. */
export async function responseNamed(
  ctx: Ctx,
  { row }: Of,
  name: string,
  question: string,
): Promise<string | null> {
  if (!row.anonymous) return name
  const sent = await ctx.db
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.objectKind, 'questionnaire'),
        eq(responses.objectId, row.id),
        isNotNull(responses.sentAt),
      ),
    )
  return sent.find(({ id }) => digest(id, question) === name)?.id ?? null
}

/** Shaped like an id, so that addresses and forms take it as one. */
function digest(id: string, question: string): string {
  const hex = createHash('sha256').update(`${id} ${question}`).digest('hex')
  // version 8: an id of one's own making
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
