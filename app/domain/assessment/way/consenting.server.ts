/**
 * Consenting: the person answers a nomination, on the site or by a paper that whoever decides on applications enters.
 *
 * Until the answer is there the nomination waits: it reaches neither the survey nor the assessment (O-11, D34).
 */
import { standingConsent } from '#app/domain/accounts/consenting.server.ts'
import { enterConsent } from '#app/domain/assessment/entering-facts.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { factsOf, lockApplication, moveTo } from './application.server.ts'
import { wayRules } from './rules.ts'
import { keepScan, type Scan } from './scans.server.ts'
import { addStep } from './steps.server.ts'

/** The person's own answer. Problems: application-state, application-no-consent. */
export async function answerNomination(
  ctx: ActingCtx,
  number: number,
  { answer, words }: { answer: 'consented' | 'declined'; words: string },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['nominated'])
    authorize(wayRules.self, ctx.actor, await factsOf(ctx, one))
    const consents = answer === 'consented'
    if (consents && !(await standingConsent(ctx, one.personId, 'processing')))
      throw new Problem('application-no-consent')
    const { survey } = content().applications.terms
    await moveTo(ctx, one.id, consents ? 'survey' : 'declined', consents ? { days: survey } : {})
    await addStep(ctx, one, answer, { words, tell: [{ people: [one.createdById], at: 'desk' }] })
  })
}

/**
 * Enters the paper on which the person consents to the nomination and to processing. Problems at `signedOn`: day-ahead,
 * consent-older; at `file`: required from whoever does not decide; application-account.
 */
export async function enterNominationConsent(
  ctx: ActingCtx,
  number: number,
  { signedOn, scan }: { signedOn: string; scan: Scan | null },
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['nominated'])
    const facts = await factsOf(ctx, one)
    authorize(wayRules.paper, ctx.actor, facts)
    // whoever decides looks at the paper, who nominates has to show it
    if (!scan && wayRules.decide(ctx.actor, facts) !== null) throw new Problem('required', {}, 'file')
    const fileId = scan && (await keepScan(ctx, one.id, scan))
    await enterConsent(ctx, one.personId, signedOn, 'signedOn')
    await moveTo(ctx, one.id, 'survey', { days: content().applications.terms.survey })
    const tell = [
      { people: [one.createdById], at: 'desk' as const },
      { people: [one.personId], at: 'cabinet' as const },
    ]
    await addStep(ctx, one, 'consented', { signedOn, how: 'paper', fileId, tell })
  })
}
