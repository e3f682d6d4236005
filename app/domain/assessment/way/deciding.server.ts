/**
 * Deciding: the organiser of the direction admits to the assessment or refuses with grounds, one or several at once; a
 * decision made by mistake is taken back while nothing rests on it.
 */
import { standingConsent } from '#app/domain/accounts/consenting.server.ts'
import { isEntrepreneur } from '#app/domain/assessment/entering-facts.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { type ApplicationFound, factsOf, lockApplication, moveTo } from './application.server.ts'
import type { DecisionValue } from './forms.ts'
import { wayRules } from './rules.ts'
import { stageOf } from './stages.server.ts'
import { addStep } from './steps.server.ts'
import { surveyOf } from './surveying.server.ts'

/** Decides on all of them or on none. Problems: application-state, application-unmet, application-entrepreneur, application-no-consent, each with the number. */
export async function decideApplications(ctx: ActingCtx, value: DecisionValue): Promise<void> {
  const { decision, words } = value
  const known = content().applications.grounds.map(({ code }) => code as string)
  const grounds = decision === 'refused' ? [...new Set(value.grounds)] : []
  if (grounds.some((code) => !known.includes(code))) throw new Problem('invalid', {}, 'grounds')
  await atomically(ctx, async (ctx) => {
    for (const number of [...new Set(value.applications)].sort((a, b) => a - b)) {
      const one = await lockApplication(ctx, number, ['review', 'survey'])
      authorize(wayRules.decide, ctx.actor, await factsOf(ctx, one))
      if (decision === 'admitted') await assertFit(ctx, one, words)
      const { appeal } = content().applications.terms
      await moveTo(ctx, one.id, decision, decision === 'refused' ? { days: appeal } : {})
      await addStep(ctx, one, decision, { grounds, words, tell: concerned(one) })
    }
  })
}

/** Takes a decision back: the application waits for another one. Problem('application-moved') once somebody is in a list. */
export async function returnToReview(ctx: ActingCtx, number: number, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['admitted', 'refused'])
    authorize(wayRules.decide, ctx.actor, await factsOf(ctx, one))
    const stage = await stageOf(ctx, one.id)
    if (stage !== 'admitted' && stage !== 'refused') throw new Problem('application-moved')
    await moveTo(ctx, one.id, 'review', { days: content().applications.terms.decision })
    await addStep(ctx, one, 'returned', { words, tell: concerned(one) })
  })
}

/** The person, and whoever nominated. */
export function concerned({ personId, letterId, createdById }: ApplicationFound) {
  return [
    { people: [personId], at: 'cabinet' as const },
    ...(letterId ? [{ people: [createdById], at: 'desk' as const }] : []),
  ]
}

/** A requirement that is not met, or a survey that was not answered, is passed over only with words. */
async function assertFit(ctx: ActingCtx, one: ApplicationFound, words: string): Promise<void> {
  const { number, personId } = one
  if (!(await standingConsent(ctx, personId, 'processing')))
    throw new Problem('application-number-consent', { number })
  if (await isEntrepreneur(ctx, personId)) throw new Problem('application-number-entrepreneur', { number })
  const unmet = (await surveyOf(ctx, one))?.unmet ?? null
  if (words === '' && unmet === null) throw new Problem('application-unanswered', { number }, 'words')
  if (words === '' && unmet && unmet.length > 0)
    throw new Problem('application-unmet', { number, unmet: unmet.join('; ') }, 'words')
}
