/**
 * Announcing a lot for all works: list, rules, every probability and the hash of a secret become public before anybody can
 * know the public value. A new lot names the protocol of the one before.
 */
import { randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { approvable, newestBatch } from '#app/domain/panels/contests/batching.server.ts'
import { step } from '#app/domain/panels/contests/contesting.server.ts'
import type { Eligible } from '#app/domain/panels/contests/eligible.server.ts'
import { type ContestRow, lockContest } from '#app/domain/panels/contests/facts.server.ts'
import { type Field, fieldOf, loadsOf } from '#app/domain/panels/contests/field.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf } from '#app/domain/panels/drawing.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestLots } from '#db/schema/index.ts'
import {
  type LotRules,
  type LotShares,
  lotAnnouncement,
  lotFigures,
  lotListHash,
  lotSharesHash,
} from './protocol.ts'
import { type KeptLotRow, lotProtocol, openRows, type StoredLot } from './published.ts'
import type { ChancesResult } from './reckoning.server.ts'

/** Announces the lot of the reckoning whose hash is given; Problem('contest-batch-stale') when it is no longer the newest. */
export async function announceContestLot(
  ctx: ActingCtx,
  number: number,
  { source, batch: known }: { source: string; batch: string },
): Promise<number> {
  return atomically(ctx, async (ctx) => {
    const { contest, facts } = await lockContest(ctx, number)
    authorize(contestRules.compose, ctx.actor, facts)
    const batch = approvable(await newestBatch(ctx, contest.id))
    if (batch.sha256 !== known) throw new Problem('contest-batch-stale')
    const result = batch.result as unknown as ChancesResult
    if (result.way !== 'lot') throw new Problem('conflict')
    const field = await fieldOf(ctx, contest)
    refuseChanged(contest, field, result)
    const rows = rowsOf(field.experts)
    const [rules, shares] = [rulesOf(contest, result), sharesOf(rows, result)]
    const before = await newestLot(ctx, contest.id)
    const secret = randomBytes(32).toString('hex')
    const lot = (before?.lot ?? 0) + 1
    const open = openRows(rows)
    const announced = { lot, source, commitment: commitmentOf(secret), previous: before?.sha256 ?? null }
    const announcement = lotAnnouncement({
      ...{ ...announced, contest: contest.number, announcedAt: ctx.now.toISOString() },
      ...{ candidatesSha256: lotListHash(open, rules), sharesSha256: lotSharesHash(shares) },
    })
    const row = {
      ...{ ...announced, contestId: contest.id, batchId: batch.id, secret, announcement },
      ...{ rules: { ...rules }, shares: { ...shares }, candidates: rows.map((one) => ({ ...one })) },
      ...{ announcedAt: ctx.now, publicValue: null, seed: null, drawnAt: null, chosen: [] },
    }
    const { sha256 } = lotProtocol(contest.number, row)
    await ctx.db
      .insert(contestLots)
      .values({ ...row, id: uuidv7(), announcedById: ctx.actor.personId, sha256 })
    await step(ctx, contest.id, 'lot-announced', { facts: { lot } })
    const facts_ = { lot, commitment: announced.commitment, announcement, sha256 }
    await record(ctx, 'contest.lot-announced', { kind: 'contest', id: contest.id }, facts_)
    return lot
  })
}

/** The newest lot of a contest, or null. */
export async function newestLot(ctx: Pick<Ctx, 'db'>, contestId: string): Promise<StoredLot | null> {
  const [row] = await ctx.db
    .select()
    .from(contestLots)
    .where(eq(contestLots.contestId, contestId))
    .orderBy(desc(contestLots.lot))
    .limit(1)
  return row ?? null
}

/** Everybody who has a probability must still be eligible, and have room for what is expected of them. */
function refuseChanged(contest: ContestRow, field: Field, { works, denominator }: ChancesResult) {
  const places = new Map(field.experts.map(({ number }, at) => [number, at]))
  const room = loadsOf(field, contest.load)
  const loads = new Map<number, number>()
  const stands = works.every(({ code, shares, spare }) => {
    const at = field.works.findIndex((work) => work.code === code)
    const barred = new Set(field.barred[at])
    for (const { person, share } of shares) loads.set(person, (loads.get(person) ?? 0) + share)
    return [...shares.map(({ person }) => person), ...spare].every((person) => {
      const place = places.get(person)
      return at >= 0 && place !== undefined && !barred.has(place)
    })
  })
  const fits = [...loads].every(
    ([person, load]) => Math.ceil(load / denominator) <= (room[places.get(person) ?? -1] ?? 0),
  )
  if (!stands || !fits || works.length !== field.works.length) throw new Problem('contest-batch-stale')
}

/** Everybody eligible in the order of tokens, which says nothing about people; places of work are numbers of this list. */
function rowsOf(experts: readonly Eligible[]): KeptLotRow[] {
  const numbered = () => {
    const known = new Map<string, number>()
    return (id: string | null) => {
      if (id === null) return 0
      const number = known.get(id) ?? known.size + 1
      known.set(id, number)
      return number
    }
  }
  const [organisation, municipality] = [numbered(), numbered()]
  const marked = experts.map((expert) => {
    const salt = randomBytes(16).toString('hex')
    return { expert, salt, token: digestHex(`${salt}|${expert.number}`) }
  })
  marked.sort((a, b) => (a.token < b.token ? -1 : 1))
  return marked.map(({ expert, salt, token }, at) => ({
    ...{ row: at + 1, token, salt, personId: expert.personId, number: expert.number },
    organisation: organisation(expert.organisationId),
    municipality: municipality(expert.municipalityId),
  }))
}

function rulesOf(contest: ContestRow, { cap }: ChancesResult): LotRules {
  const { perWork, reserve, load, maxPerOrganisation, maxPerMunicipality } = contest
  return { perWork, reserve, load, maxPerOrganisation, maxPerMunicipality, cap }
}

function sharesOf(rows: readonly KeptLotRow[], { denominator, works, best }: ChancesResult): LotShares {
  const rowOf = new Map(rows.map(({ number, row }) => [number, row]))
  const placed = works.map(({ code, shares, spare }) => ({
    code,
    // by row, so that the order says nothing either
    shares: shares
      .map(({ person, share, fit }) => ({ row: found(rowOf.get(person)), share, fit }))
      .sort((a, b) => a.row - b.row),
    spare: spare.map((person) => found(rowOf.get(person))),
  }))
  return { denominator, works: placed, best, ...lotFigures({ denominator, works: placed }) }
}
