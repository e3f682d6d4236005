/** The passport of an accepted request, for the form of the draft that answers it. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { requestByNumber } from '#app/domain/reviews/course/requests.server.ts'

/** The fields as they are typed; null when no request is named. Problems: not-found, request-state. */
export async function passportAsked(
  ctx: ActingCtx,
  number: string | null,
): Promise<Record<string, string> | null> {
  if (number === null) return null
  const { request } = await requestByNumber(ctx, numberOf(number))
  if (request.state !== 'accepted' || request.draftId) throw new Problem('request-state')
  const { title, kind, developerId, ground, explanatoryNote, questions, contact } = request
  const passport = { title, kind, developerId, ground, explanatoryNote, questions, contact }
  return { ...passport, lang: 'ru', way: 'rich', request: String(request.number) }
}
