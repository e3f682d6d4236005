/** The page of a batch: how far it is, what came out, and what may be done with it. */
import { newestBatch, progressOf } from '#app/domain/panels/contests/batching.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import type { BatchResult, Reckoned } from '#app/domain/panels/contests/reckoning.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

export async function batchPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const { contest, facts } = await contestByNumber(mine, numberOf(params.number))
  authorize(contestRules.read, mine.actor, facts)
  const batch = await newestBatch(mine, contest.id)
  const result = batch?.result as unknown as Reckoned | null
  const possible = result && result.status !== 'infeasible' ? (result as BatchResult) : null
  return {
    title: t.contests.batch.title,
    ...{ number: contest.number, name: contest.title, perWork: contest.perWork, load: contest.load },
    state: batch?.state ?? null,
    sha256: batch?.sha256 ?? null,
    progress: batch?.state === 'running' ? await progressOf(mine, batch) : null,
    result: possible,
    impossible: result?.status === 'infeasible' ? { ...result.relaxation, deserted: result.deserted } : null,
    people: possible
      ? new Set(possible.works.flatMap(({ members }) => members.map(({ person }) => person))).size
      : 0,
    mayCompose: contestRules.compose(mine.actor, facts) === null,
  }
}
