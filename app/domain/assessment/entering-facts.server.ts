/**
 * What is found out about a candidate: points of an attempt, a consent on paper, a statement on business.
 *
 * Entered by whoever processes applications of the direction. Nobody is assessed without a consent (O-11). Entering the
 * same again changes nothing, so a table may be pasted twice.
 */
import { and, desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { consentText } from '#app/domain/accounts/consent-texts.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { statusTermsOn } from '#app/domain/experts/status-terms.server.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { consents, people } from '#db/schema/index.ts'
import { addResults, addStatements, assessedOne, withdrawResults } from './closed-results.server.ts'
import type { ListFound } from './lists.server.ts'
import { listRules } from './rules.ts'
import type { Points } from './scores.ts'
import { assertAssessable } from './way/assessable.server.ts'

export interface Facts {
  points: (Points & { day: string }) | null
  /** day on the paper */
  consentDay: string | null
  entrepreneur: boolean | null
  /** the last result was entered by mistake */
  mistaken: boolean
  /** a paper consent was withdrawn by a paper */
  withdrawn: boolean
}

/** Enters what is given. Problems: own-result, day-ahead, consent-older, consent-own, result-no-consent, result-none, attempts-over. */
export async function enterFacts(
  ctx: ActingCtx,
  list: ListFound,
  personId: string,
  facts: Facts,
): Promise<void> {
  const { points, consentDay, entrepreneur, mistaken, withdrawn } = facts
  if (!points && !consentDay && entrepreneur === null && !mistaken && !withdrawn) return
  authorize(listRules.enter, ctx.actor, list.place)
  // whoever processes applications may be a candidate too
  if (personId === ctx.actor.personId) throw new Problem('own-result')
  // two lists may bring the same person at once
  await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
  if (withdrawn) await withdrawPaper(ctx, personId)
  if (consentDay) await enterConsent(ctx, personId, consentDay)
  if (entrepreneur !== null) await enterStatement(ctx, personId, entrepreneur)
  if (mistaken) await withdrawResult(ctx, list, personId)
  if (points) await enterResult(ctx, list, personId, points)
}

/** Enters a paper consent to processing where none stands. Problems at `field`: day-ahead, consent-older. */
export async function enterConsent(
  ctx: ActingCtx,
  personId: string,
  signedOn: string,
  field = 'consentDay',
): Promise<void> {
  notAhead(ctx, signedOn, field)
  const given = await consentsTo(ctx, personId)
  if (given.some(({ withdrawnAt }) => withdrawnAt === null)) return
  const withdrawnOn = given.map(({ withdrawnAt }) => withdrawnAt && dayOf(withdrawnAt, ctx.zone))
  // a paper from before the withdrawal does not bring the consent back
  if (withdrawnOn.some((day) => day && signedOn < day)) throw new Problem('consent-older', {}, field)
  const { version, body } = consentText('processing')
  const [id, enteredById] = [uuidv7(), ctx.actor.personId]
  await ctx.db.insert(consents).values({
    ...{ id, personId, kind: 'processing', version, textSha256: sha256(body) },
    ...{ givenAt: ctx.now, signedOn, enteredById },
  })
  await record(ctx, 'consent.entered', { kind: 'person', id: personId }, { consent: id, of: 'processing' })
}

async function withdrawPaper(ctx: ActingCtx, personId: string) {
  const standing = (await consentsTo(ctx, personId)).filter(({ withdrawnAt }) => withdrawnAt === null)
  const [paper] = standing
  // what a person gave on the site only this person takes back
  if (!paper || paper.signedOn === null) throw new Problem('consent-own', {}, 'withdrawn')
  await ctx.db.update(consents).set({ withdrawnAt: ctx.now }).where(eq(consents.id, paper.id))
  const about = { consent: paper.id, of: 'processing' }
  await record(ctx, 'consent.withdrawn', { kind: 'person', id: personId }, about)
}

function consentsTo(ctx: ActingCtx, personId: string) {
  return ctx.db
    .select()
    .from(consents)
    .where(and(eq(consents.personId, personId), eq(consents.kind, 'processing')))
    .orderBy(desc(consents.id))
}

/** Enters what the person says of being an entrepreneur, where it was not said so last. */
export async function enterStatement(ctx: ActingCtx, personId: string, entrepreneur: boolean): Promise<void> {
  if ((await isEntrepreneur(ctx, personId)) === entrepreneur) return
  await addStatements(ctx, [{ personId, entrepreneur }])
  await record(ctx, 'entrepreneur.entered', { kind: 'person', id: personId })
}

/** What the person said last; null: nothing. */
export async function isEntrepreneur(ctx: Ctx, personId: string): Promise<boolean | null> {
  return (await assessedOne(ctx, null, personId))?.entrepreneur ?? null
}

/** Enters the result of an attempt. Problems: day-ahead, result-no-consent, result-not-admitted, attempts-over. */
export async function enterResult(
  ctx: ActingCtx,
  { directionId }: Pick<ListFound, 'directionId'>,
  personId: string,
  points: Points & { day: string },
): Promise<void> {
  notAhead(ctx, points.day, 'resultDay')
  const standing = (await consentsTo(ctx, personId)).some(({ withdrawnAt }) => withdrawnAt === null)
  if (!standing) throw new Problem('result-no-consent', {}, 'earned')
  await assertAssessable(ctx, directionId, personId)
  const last = await lastResult(ctx, directionId, personId)
  const { earned, maximum, day } = points
  if (last && last.earned === earned && last.maximum === maximum && last.day === day) return
  const attempt = (last?.attempt ?? 0) + 1
  const most = (await statusTermsOn(ctx, directionId, ctx.actor.today))?.attempts ?? null
  if (most !== null && attempt > most) throw new Problem('attempts-over', { most }, 'earned')
  const id = uuidv7()
  await addResults(ctx, [{ id, personId, directionId, attempt, ...points }])
  await record(ctx, 'result.entered', { kind: 'person', id: personId }, { result: id, attempt })
}

async function withdrawResult(ctx: ActingCtx, { directionId }: ListFound, personId: string) {
  const last = await lastResult(ctx, directionId, personId)
  if (!last) throw new Problem('result-none', {}, 'mistaken')
  await withdrawResults(ctx, { result: last.id })
  await record(ctx, 'result.withdrawn', { kind: 'person', id: personId }, { result: last.id })
}

async function lastResult(ctx: ActingCtx, directionId: string, personId: string) {
  const row = await assessedOne(ctx, directionId, personId)
  if (!row?.id || row.attempt === null || row.earned === null || row.maximum === null) return undefined
  const { id, attempt, earned, maximum, day } = row
  return { id, attempt, earned, maximum, day }
}

function notAhead(ctx: ActingCtx, day: string, field: string) {
  if (day > ctx.actor.today) throw new Problem('day-ahead', {}, field)
}
