/**
 * Correcting own data: the person asks, the keeper of the registry checks and applies it by the command that lists use.
 * A new name or place of work is a fact from a day; what orders and conclusions printed stays as it was signed.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { correctPerson } from '#app/domain/experts/people-correcting.server.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { codeOf } from '#db/failure.ts'
import { corrections, formerNames, people } from '#db/schema/index.ts'
import type { CorrectionDecision, CorrectionRequest } from './forms.ts'

type Row = typeof corrections.$inferSelect
type Decided = z.output<typeof CorrectionDecision>

/** Asks for it; returns the request. One of a kind waits at a time: Problem('correction-open'). */
export async function askCorrection(
  ctx: ActingCtx,
  { kind, since, said, ...fields }: z.output<typeof CorrectionRequest>,
): Promise<string> {
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const id = uuidv7()
    const wanted = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
    const row = { id, personId: ctx.actor.personId, kind, wanted, since: since ?? null, said }
    try {
      await ctx.db.transaction((tx) =>
        tx.insert(corrections).values({ ...row, state: 'open', madeAt: ctx.now }),
      )
    } catch (error) {
      if (codeOf(error) === '23505') throw new Problem('correction-open', {}, 'kind')
      throw error
    }
    await record(ctx, 'correction.asked', { kind: 'correction', id }, { of: kind })
    return id
  })
}

/** Takes the own open request back. Problem('conflict') when it was decided meanwhile. */
export async function recallCorrection(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const own = and(eq(corrections.id, id), eq(corrections.personId, ctx.actor.personId))
    const open = and(own, eq(corrections.state, 'open'))
    const [row] = await ctx.db.update(corrections).set({ state: 'recalled' }).where(open).returning()
    if (!row) throw new Problem('conflict')
    await record(ctx, 'correction.recalled', { kind: 'correction', id })
  })
}

/** Decides as the form says. Problems: conflict, issuer-unknown, day-future, own-correction. */
export async function decideCorrection(ctx: ActingCtx, id: string, value: Decided): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(corrections).where(eq(corrections.id, id)).for('update')
    const request = found(row)
    authorize(expertRules.decideOwnData, ctx.actor, { personId: request.personId })
    if (request.state !== 'open') throw new Problem('conflict')
    const accepted = value.decision === 'accept'
    if (accepted) await apply(ctx, request, value)
    const state = accepted ? ('accepted' as const) : ('refused' as const)
    const decided = { state, reason: value.reason, decidedById: ctx.actor.personId, decidedAt: ctx.now }
    await ctx.db.update(corrections).set(decided).where(eq(corrections.id, id))
    await record(ctx, `correction.${state}`, { kind: 'correction', id }, { of: request.kind })
    const notice = { objectKind: 'correction', objectId: id, address: '/cabinet/corrections' }
    await notify(ctx, request.personId, `correction.${state}`, notice)
  })
}

async function apply(ctx: ActingCtx, { personId, kind }: Row, value: Decided) {
  const since = value.since ?? ctx.actor.today
  if (since > ctx.actor.today) throw new Problem('day-future', {}, 'since')
  const blank = { direction: null, from: null, to: null, differs: [], place: '', placeId: null, post: '' }
  if (kind === 'name' || kind === 'misspelt') {
    const { familyName: family, givenName: given, patronymic } = value
    if (family === '' || given === '')
      throw new Problem('required', {}, family === '' ? 'familyName' : 'givenName')
    if (kind === 'name') await keepFormer(ctx, personId, since)
    await correctPerson(ctx, personId, { ...blank, family, given, patronymic }, ['person'], since)
  }
  if (kind === 'work') {
    const place = await organisationCalled(ctx, value.organisation)
    if (!place) throw new Problem('issuer-unknown', {}, 'organisation')
    if (value.post === '') throw new Problem('required', {}, 'post')
    const read = { ...blank, family: '', given: '', patronymic: '', placeId: place.id, post: value.post }
    await correctPerson(ctx, personId, read, ['organisation', 'post'], since)
  }
}

/** The name of now becomes the one until that day; a name of a later day would leave no day for it. */
async function keepFormer(ctx: ActingCtx, personId: string, until: string) {
  const [person] = await ctx.db.select().from(people).where(eq(people.id, personId)).for('update')
  const { familyName, givenName, patronymic } = found(person)
  const later = sql`${formerNames.personId} = ${personId} and ${formerNames.until} >= ${until}::date`
  const [known] = await ctx.db.select({ id: formerNames.id }).from(formerNames).where(later).limit(1)
  if (known) throw new Problem('name-later', {}, 'since')
  await ctx.db.insert(formerNames).values({
    ...{ personId, familyName, givenName, patronymic, until, ground: 'correction' },
    ...{ enteredById: ctx.actor.personId, enteredAt: ctx.now },
  })
}
