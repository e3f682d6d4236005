/** Applying: a person asks for the way into the registry in a direction, and may leave it at any step before the order. */

import { standingConsent } from '#app/domain/accounts/consenting.server.ts'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { isEntrepreneur } from '#app/domain/assessment/entering-facts.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { factsOf, lockApplication, moveTo } from './application.server.ts'
import { openApplication, openDirection } from './opening.server.ts'
import { wayRules } from './rules.ts'
import { stageOf } from './stages.server.ts'
import { addStep, processorsOf } from './steps.server.ts'

/** Files the own application; returns its number. Problems: application-direction, application-no-consent, application-entrepreneur, application-holds, application-open. */
export async function fileApplication(ctx: ActingCtx, versionId: string): Promise<number> {
  const { personId } = ctx.actor
  await countAttempt(ctx, 'application', personId, content().settings.rates.applicationsPerPerson)
  return atomically(ctx, async (ctx) => {
    authorize(wayRules.self, ctx.actor, { personId })
    const direction = await openDirection(ctx, versionId)
    if (!(await standingConsent(ctx, personId, 'processing'))) throw new Problem('application-no-consent')
    if (await isEntrepreneur(ctx, personId)) throw new Problem('application-entrepreneur')
    const days = content().applications.terms.survey
    const of = await openApplication(ctx, { personId, direction, letterId: null, state: 'survey', days })
    await addStep(ctx, of, 'filed')
    return of.number
  })
}

/** Leaves the way. Problem('application-ordered') once the order is there: then only an order ends the status. */
export async function withdrawApplication(ctx: ActingCtx, number: number, words: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['survey', 'review', 'admitted', 'appealed'])
    authorize(wayRules.self, ctx.actor, await factsOf(ctx, one))
    if ((await stageOf(ctx, one.id)) === 'ordered') throw new Problem('application-ordered')
    await moveTo(ctx, one.id, 'withdrawn')
    const tell = [
      { people: await processorsOf(ctx, one.directionId), at: 'desk' as const },
      ...(one.letterId ? [{ people: [one.createdById], at: 'desk' as const }] : []),
    ]
    await addStep(ctx, one, 'withdrawn', { words, tell })
  })
}
