/**
 * «Это я»: somebody who signed up says of an entry of the registry that it is theirs. Nothing is joined by a name; the
 * organiser who knows the people of the direction confirms it, or refuses with a reason.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { endCodes, isErased } from '#app/domain/accounts/activation/codes.server.ts'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import type { EntryClaim } from '#app/domain/experts/forms.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { codeOf } from '#db/failure.ts'
import { claims, orderItems, people, users } from '#db/schema/index.ts'
import { joinEntry } from './joining.server.ts'

export type ClaimRow = typeof claims.$inferSelect

/**
 * Says «это я» of the entry with this number; returns the claim. Whether the entry has an account already is told to
 * the organiser alone. Problems: claim-none, claim-open, claim-own-entry, too-many.
 */
export async function claimEntry(ctx: ActingCtx, { number, said }: z.output<typeof EntryClaim>) {
  const me = ctx.actor.personId
  await countAttempt(ctx, 'claim', me, content().settings.rates.claimsPerPerson)
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const [entry] = await ctx.db
      .select({ id: people.id })
      .from(people)
      .where(sql`${people.number} = ${number.replace(/\D/g, '')}::bigint and ${people.mergedIntoId} is null
        and ${people.id} <> ${me}`)
    if (!entry || !(await isListed(ctx, entry.id)) || (await isErased(ctx, entry.id)))
      throw new Problem('claim-none', {}, 'number')
    if (await isListed(ctx, me)) throw new Problem('claim-own-entry', {}, 'number')
    const id = uuidv7()
    try {
      await ctx.db.transaction((tx) =>
        tx
          .insert(claims)
          .values({ id, personId: me, entryId: entry.id, said, state: 'open', madeAt: ctx.now }),
      )
    } catch (error) {
      if (codeOf(error) === '23505') throw new Problem('claim-open', {}, 'number')
      throw error
    }
    await record(ctx, 'claim.made', { kind: 'claim', id })
    return id
  })
}

/** Takes the open claim of the actor back. Problem('conflict') when there is none. */
export async function recallClaim(ctx: ActingCtx): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const open = and(eq(claims.personId, ctx.actor.personId), eq(claims.state, 'open'))
    const [claim] = await ctx.db.update(claims).set({ state: 'recalled' }).where(open).returning()
    if (!claim) throw new Problem('conflict')
    await record(ctx, 'claim.recalled', { kind: 'claim', id: claim.id })
  })
}

/**
 * Confirms: the account passes to the entry, whose number stays; the other number leads to it. `ground`: by what the
 * person is known. Problems: conflict, claim-none when it was erased meanwhile, claim-taken when the entry has an account,
 * claim-unconfirmed when nobody confirmed the claimant's mailbox, claim-both-listed.
 */
export async function confirmClaim(ctx: ActingCtx, id: string, ground: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const claim = await lockClaim(ctx, id)
    // both people in one order of locks: two claims of one entry, or one of each by the other, meet here
    const ids = [claim.personId, claim.entryId].sort()
    for (const one of ids)
      await ctx.db.select({ id: people.id }).from(people).where(eq(people.id, one)).for('update')
    for (const one of ids) if (await isErased(ctx, one)) throw new Problem('claim-none')
    const [taken] = await ctx.db.select().from(users).where(eq(users.personId, claim.entryId))
    if (taken) throw new Problem('claim-taken')
    const [mine] = await ctx.db.select().from(users).where(eq(users.personId, claim.personId))
    if (!mine?.emailConfirmedAt) throw new Problem('claim-unconfirmed')
    if (await isListed(ctx, claim.personId)) throw new Problem('claim-both-listed')
    await endCodes(ctx, claim.entryId)
    await joinEntry(ctx, claim.personId, claim.entryId)
    await decide(ctx, claim, 'confirmed', ground)
    await record(ctx, 'claim.confirmed', { kind: 'claim', id }, { entry: claim.entryId })
    await notify(
      ctx,
      claim.entryId,
      'claim.confirmed',
      noticeOf(claim, { number: await numberOf(ctx, claim) }),
    )
  })
}

/** Refuses with a reason that the person reads. */
export async function refuseClaim(ctx: ActingCtx, id: string, reason: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const claim = await lockClaim(ctx, id)
    if (reason.trim() === '') throw new Problem('required', {}, 'reason')
    await decide(ctx, claim, 'refused', reason.trim())
    await record(ctx, 'claim.refused', { kind: 'claim', id })
    const number = await numberOf(ctx, claim)
    await notify(ctx, claim.personId, 'claim.refused', noticeOf(claim, { number }))
  })
}

async function lockClaim(ctx: ActingCtx, id: string): Promise<ClaimRow> {
  const [row] = await ctx.db.select().from(claims).where(eq(claims.id, id)).for('update')
  const claim = found(row)
  authorize(expertRules.decideClaim, ctx.actor, {
    directionIds: await directionsOf(ctx, claim.entryId),
    claimantId: claim.personId,
  })
  if (claim.state !== 'open') throw new Problem('conflict')
  return claim
}

async function directionsOf(ctx: ActingCtx, personId: string): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`select distinct v.direction_id as id
    from statuses s join direction_versions v on v.id = s.direction_version_id where s.person_id = ${personId}`)
  return rows.map(({ id }) => id)
}

async function decide(ctx: ActingCtx, { id }: ClaimRow, state: 'confirmed' | 'refused', reason: string) {
  const by = { decidedById: ctx.actor.personId, decidedAt: ctx.now }
  await ctx.db
    .update(claims)
    .set({ state, reason, ...by })
    .where(eq(claims.id, id))
}

/** Named by an order, in force or not. */
async function isListed(ctx: ActingCtx, personId: string): Promise<boolean> {
  const [line] = await ctx.db
    .select({ id: orderItems.id })
    .from(orderItems)
    .where(eq(orderItems.personId, personId))
    .limit(1)
  return line !== undefined
}

async function numberOf(ctx: ActingCtx, { entryId }: ClaimRow): Promise<number> {
  const [row] = await ctx.db.select({ number: people.number }).from(people).where(eq(people.id, entryId))
  return found(row).number
}

const noticeOf = ({ id }: ClaimRow, facts: { number: number }) => ({
  ...{ objectKind: 'claim', objectId: id, address: '/cabinet/entry', facts },
})
