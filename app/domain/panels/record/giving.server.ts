/**
 * Giving papers on work: to one who asks, or to everybody of a panel in one press. Whoever has a standing paper keeps
 * it. Numbers are taken under the row of their counter, in the same transaction, so that none is left out.
 */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { nextPaperNumber } from '#app/domain/documents/numbering.server.ts'
import { record } from '#app/domain/log.server.ts'
import { notify } from '#app/domain/notifications/notifying.server.ts'
import { checkCode } from '#app/domain/panels/conclusions/codes.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { issued, workPapers } from '#db/schema/index.ts'
import { lockOwnRecord, lockRecord, type RecordState, type Work } from './facts.server.ts'
import type { WorkFacts } from './paper.ts'
import { recordRules, workRules } from './rules.ts'

/** The paper on somebody's work, made when there is none; returns its id. Problem('work-unfinished'). */
export async function giveWorkPaper(ctx: ActingCtx, panelId: string, personId: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const state = await lockOwnRecord(ctx, panelId)
    const work = found(state.works.find((one) => one.personId === personId))
    authorize(workRules.give, ctx.actor, { ...state.facts, ownerId: personId })
    return work.paper?.id ?? (await give(ctx, state, work))
  })
}

/** A paper on the work of one member, given by the staff. Problems: work-unfinished, paper-given. */
export async function giveWorkPaperTo(ctx: ActingCtx, panelId: string, workId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockRecord(ctx, panelId)
    const work = found(state.works.find(({ id }) => id === workId))
    authorize(workRules.give, ctx.actor, { ...state.facts, ownerId: work.personId })
    if (work.paper) throw new Problem('paper-given')
    await tell(ctx, work, await give(ctx, state, work))
  })
}

/** A paper for everybody who worked to the end and has none; returns how many. Problems: work-unfinished, papers-none. */
export async function giveWorkPapers(ctx: ActingCtx, panelId: string): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const state = await lockRecord(ctx, panelId)
    authorize(recordRules.giveAll, ctx.actor, state.facts)
    const without = state.works.filter(({ finished, paper }) => finished && !paper)
    if (without.length === 0) throw new Problem('papers-none')
    for (const work of without) {
      const id = await give(ctx, state, work)
      await tell(ctx, work, id)
    }
    return without.length
  })
}

/** Makes the paper. Runs under the panel's lock. */
export async function give(
  ctx: ActingCtx,
  { panel, conclusion }: RecordState,
  work: Work,
  replaces?: { id: string; number: number; year: number; reason: string },
): Promise<string> {
  const issuedOn = dayOf(ctx.now, ctx.zone)
  const year = Number(issuedOn.slice(0, 4))
  const number = await nextPaperNumber(ctx, 'work', year)
  const facts: WorkFacts = {
    ...{ year, number, issuedOn, person: work.number },
    ...{ panel: { number: panel.panel.number, title: panel.panel.title }, object: work.title },
    ...{ role: work.role, hours: work.hours, firstDay: work.firstDay, lastDay: work.lastDay },
    ...{ conclusion, inRegistry: work.inRegistry },
    ...(replaces
      ? { replaces: { number: replaces.number, year: replaces.year, reason: replaces.reason } }
      : {}),
  }
  const [id, code, hash] = [uuidv7(), checkCode(), sha256(facts)]
  await ctx.db.insert(workPapers).values({
    ...{ id, panelId: panel.panel.id, personId: work.personId, year, number, issuedOn, sha256: hash, code },
    ...{ facts: { ...facts }, issuedById: ctx.actor.personId, issuedAt: ctx.now },
    replacesId: replaces?.id ?? null,
  })
  await ctx.db
    .insert(issued)
    .values({ code, kind: 'work-paper', objectId: id, sha256: hash, issuedAt: ctx.now })
  await record(ctx, 'work-paper.given', { kind: 'work-paper', id }, { number, year, sha256: hash })
  return id
}

/** Takes a paper back; whoever checks it is told why. Runs under the panel's lock. */
export async function takeBack(ctx: ActingCtx, paper: { id: string; code: string }, reason: string) {
  await ctx.db.update(workPapers).set({ revokedAt: ctx.now }).where(eq(workPapers.id, paper.id))
  await ctx.db
    .update(issued)
    .set({ revokedAt: ctx.now, revokeReason: reason })
    .where(eq(issued.code, paper.code))
  await record(ctx, 'work-paper.revoked', { kind: 'work-paper', id: paper.id })
}

/** Tells whose paper it is. */
export async function tell(ctx: ActingCtx, { personId, title }: Work, id: string) {
  await notify(ctx, personId, 'work-paper.given', {
    ...{ objectKind: 'work-paper', objectId: id, address: '/cabinet/work' },
    facts: { title },
  })
}
