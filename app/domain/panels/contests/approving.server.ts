/**
 * Approving a batch: each work gets its panel, seats and invitations; each expert hears of all works in one letter.
 *
 * Facts are read anew: who is no longer eligible, or has a conflict now, makes the batch stale. The panels name the batch
 * and its hash as the reason of their choice, so that a choice leads back to how it was reckoned.
 */
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, dayOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { notifyEach } from '#app/domain/notifications/notifying.server.ts'
import { named, seat, supersede } from '#app/domain/panels/choosing.server.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { rulesOf, unlockedState } from '#app/domain/panels/facts.server.ts'
import { hundredthsOf } from '#app/domain/panels/lottery/protocol.ts'
import type { KeptRow } from '#app/domain/panels/protocol.ts'
import type { Choice } from '#app/domain/panels/selecting.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestBatches, contests, invitations, panelDirections, panels, seats } from '#db/schema/index.ts'
import { approvable, type BatchRow, newestBatch } from './batching.server.ts'
import { step } from './contesting.server.ts'
import { type ContestRow, lockContest } from './facts.server.ts'
import { type BatchWork, type Field, fieldOf } from './field.server.ts'
import { newestLot } from './lots/announcing.server.ts'
import { drawnWorks } from './lots/drawn.ts'
import { directionsOf } from './queries.server.ts'
import type { BatchResult } from './reckoning.server.ts'
import { contestRules } from './rules.ts'

/** Makes the panels of all works and invites their members; returns how many people were invited. */
export async function approveBatch(ctx: ActingCtx, number: number): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.compose, ctx.actor, facts)
    const batch = approvable(await newestBatch(ctx, contest.id))
    const field = await fieldOf(ctx, contest)
    const lot = isChances(batch) ? await newestLot(ctx, contest.id) : null
    if (isChances(batch) && (lot?.batchId !== batch.id || lot.seed === null))
      throw new Problem('contest-lot-undrawn')
    const works = lot ? drawnWorks(lot, field) : (batch.result as unknown as BatchResult).works
    if (isStale(field, works)) throw new Problem('contest-batch-stale')
    const reason = lot ? `lot ${lot.sha256}` : `batch ${batch.sha256 ?? ''}`
    return seatBatch(ctx, contest, { batch, field, works, reason })
  })
}

/** The batch holds probabilities for a lot, no seats. */
export function isChances({ result }: Pick<BatchRow, 'result'>): boolean {
  return (result as { way?: string } | null)?.way === 'lot'
}

/** Panels, seats, invitations of works that may stand; the contest goes on to the judging. */
export async function seatBatch(
  ctx: ActingCtx,
  contest: ContestRow,
  {
    batch,
    field,
    works,
    reason,
  }: { batch: BatchRow; field: Field; works: BatchResult['works']; reason: string },
): Promise<number> {
  const directions = await directionsOf(ctx, contest.id)
  const asked: string[] = []
  for (const work of works) {
    const of = found(field.works.find(({ code }) => code === work.code))
    const covered = directions
      .filter(({ nominationId }) => nominationId === of.nominationId)
      .map(({ id }) => id)
    const id = await makePanel(ctx, contest, of, covered)
    asked.push(...(await seatAll(ctx, id, field, work, reason)))
  }
  await tellInvited(ctx, contest, asked)
  await ctx.db.update(contestBatches).set({ state: 'approved' }).where(eq(contestBatches.id, batch.id))
  await ctx.db.update(contests).set({ approvedAt: ctx.now }).where(eq(contests.id, contest.id))
  await step(ctx, contest.id, 'approved', { facts: { works: works.length } })
  const facts = { batch: batch.id, sha256: batch.sha256 }
  await record(ctx, 'contest.approved', { kind: 'contest', id: contest.id }, facts)
  return new Set(asked).size
}

/** True when some seat is no longer one that the field allows. */
export function isStale(field: Field, works: BatchResult['works']): boolean {
  const places = new Map(field.experts.map(({ number }, at) => [number, at]))
  const same = works.length === field.works.length
  const stands = works.every(({ code, members, reserve }) => {
    const at = field.works.findIndex((work) => work.code === code)
    const barred = new Set(field.barred[at])
    return [...members, ...reserve].every(({ person }) => {
      const place = places.get(person)
      return at >= 0 && place !== undefined && !barred.has(place)
    })
  })
  return !same || !stands
}

async function makePanel(
  ctx: ActingCtx,
  contest: ContestRow,
  work: BatchWork,
  directions: readonly string[],
) {
  const id = uuidv7()
  await ctx.db.insert(panels).values({
    ...{ id, title: `${contest.title}: ${work.code}`, objectKind: 'submission', submissionId: work.id },
    ...{ subject: work.code, ownerId: work.organisationId, organisationId: contest.organisationId },
    ...{
      requestedById: ctx.actor.personId,
      tier: contest.tier,
      size: contest.perWork,
      reserve: contest.reserve,
    },
    ...{ maxPerOrganisation: contest.maxPerOrganisation, maxPerMunicipality: contest.maxPerMunicipality },
    ...{ answerDays: contest.answerDays, lastDay: contest.judgedUntil },
    ...{ questionnaireVersionId: contest.questionnaireVersionId, createdAt: ctx.now },
  })
  // the batch weighed all directions of the nomination together; no one seat is bound to one of them
  const rows = directions.map((directionVersionId) => ({ panelId: id, directionVersionId, minimum: 0 }))
  if (rows.length > 0) await ctx.db.insert(panelDirections).values(rows)
  return id
}

/** Seats members and reserve; returns the people whose invitation was made. */
async function seatAll(
  ctx: ActingCtx,
  panelId: string,
  field: Field,
  { members, reserve }: BatchResult['works'][number],
  reason: string,
): Promise<string[]> {
  const state = await unlockedState(ctx, panelId)
  const rules = await rulesOf(ctx, state.panel)
  const rows = rowsOf(
    field,
    [...members, ...reserve],
    rules.directions.map(({ code }) => code),
  )
  const chosen = [...members, ...reserve].map(
    ({ person, fit, chance }, at): Choice => ({
      row: found(rows.find(({ number }) => number === person)).row,
      standing: at < members.length ? 'member' : 'reserve',
      rank: at + 1,
      reasons: [
        chance === undefined
          ? { code: 'hand', facts: { fit } }
          : { code: 'chance', facts: { probability: chance, hundredths: hundredthsOf(chance), fit } },
      ],
    }),
  )
  const { id } = await supersede(ctx, state, {
    ...{ method: 'hand', rows, rules: { ...rules, hand: { reason } }, chosen: named(chosen, rows) },
  })
  await seat(ctx, panelId, id, chosen, rows)
  const made = await ctx.db
    .select({ id: seats.id, personId: seats.personId, standing: seats.standing })
    .from(seats)
    .where(eq(seats.selectionId, id))
  const asked = made.filter(({ standing }) => standing === 'member')
  const lastDay = termOf(ctx, state.panel.answerDays)
  if (asked.length > 0)
    await ctx.db
      .insert(invitations)
      .values(asked.map((one) => ({ id: uuidv7(), seatId: one.id, sentAt: ctx.now, lastDay })))
  return asked.map(({ personId }) => personId)
}

/** The chosen as rows of a protocol: places of work by number, no names. */
function rowsOf(
  field: Field,
  chosen: readonly { person: number; fit: number }[],
  directions: readonly string[],
) {
  const [organisations, municipalities] = [new Map<string, number>(), new Map<string, number>()]
  const numbered = (known: Map<string, number>, id: string | null) => {
    if (id === null) return 0
    const number = known.get(id) ?? known.size + 1
    known.set(id, number)
    return number
  }
  const marked = chosen.map(({ person, fit }) => {
    const salt = randomBytes(16).toString('hex')
    const expert = found(field.experts.find(({ number }) => number === person))
    return { expert, fit, salt, token: digestHex(`${salt}|${person}`) }
  })
  marked.sort((a, b) => (a.token < b.token ? -1 : 1))
  return marked.map(
    ({ expert, fit, salt, token }, at): KeptRow => ({
      ...{ row: at + 1, token, salt, personId: expert.personId, number: expert.number, points: fit },
      organisation: numbered(organisations, expert.organisationId),
      municipality: numbered(municipalities, expert.municipalityId),
      directions: expert.directions.filter((one) => directions.includes(one)).sort(),
    }),
  )
}

/** One notice a person, however many works. */
async function tellInvited(ctx: ActingCtx, contest: ContestRow, asked: readonly string[]) {
  const counts = new Map<string, number>()
  for (const personId of asked) counts.set(personId, (counts.get(personId) ?? 0) + 1)
  const until = termOf(ctx, contest.answerDays)
  const told = [...counts].map(([personId, count]) => ({
    personId,
    notice: {
      ...{
        objectKind: 'contest',
        objectId: contest.id,
        address: `/cabinet/invitations/contests/${contest.number}`,
      },
      facts: { title: contest.title, count, until },
    },
  }))
  await notifyEach(ctx, 'contest.invited', told)
}

function termOf(ctx: ActingCtx, days: number): string {
  return new Date(Date.parse(dayOf(ctx.now, ctx.zone)) + days * 86_400_000).toISOString().slice(0, 10)
}
