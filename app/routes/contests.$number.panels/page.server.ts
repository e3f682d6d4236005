/** The page of a batch: how far it is, what came out, and what may be done with it. */
import { newestBatch, progressOf } from '#app/domain/panels/contests/batching.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { lotsOf } from '#app/domain/panels/contests/lots/queries.server.ts'
import type { ChancesResult } from '#app/domain/panels/contests/lots/reckoning.server.ts'
import type { BatchResult, Impossible } from '#app/domain/panels/contests/reckoning.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

export async function batchPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const { contest, facts } = await contestByNumber(mine, numberOf(params.number))
  authorize(contestRules.read, mine.actor, facts)
  const batch = await newestBatch(mine, contest.id)
  const came = (batch?.result ?? null) as unknown as BatchResult | ChancesResult | Impossible | null
  const impossible = came?.status === 'infeasible' ? (came as Impossible) : null
  const chances = came && 'way' in came ? came : null
  const result = came && !impossible && !chances ? (came as BatchResult) : null
  const lots = await lotsOf(mine, contest.id)
  const lot = lots.find(({ batchId }, at) => batchId === batch?.id && at === lots.length - 1)
  return {
    title: t.contests.batch.title,
    ...{ number: contest.number, name: contest.title, perWork: contest.perWork, load: contest.load },
    state: batch?.state ?? null,
    sha256: batch?.sha256 ?? null,
    progress: batch?.state === 'running' ? await progressOf(mine, batch) : null,
    ...{ result, chances },
    impossible: impossible && { ...impossible.relaxation, deserted: impossible.deserted },
    people: new Set(result?.works.flatMap(({ members }) => members.map(({ person }) => person))).size,
    // the newest one, when it is of this very reckoning
    lot: lot ? { lot: lot.lot, source: lot.source, drawn: lot.drawnAt !== null } : null,
    lots: lots.map((one) => ({ lot: one.lot, announcedAt: one.announcedAt, drawn: one.drawnAt !== null })),
    mayCompose: contestRules.compose(mine.actor, facts) === null,
    /** nothing else is asked beside the form of one step */
    refused: false,
  }
}

/** The same at the address of a single step: its form alone, with what was refused. */
export async function lotPage(args: Args) {
  return { ...(await batchPage(args)), refused: true }
}
