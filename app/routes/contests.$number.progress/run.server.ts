/** The page of something done for all works at once: what is left to do, how the last run stands, and its beginning. */
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { runState, settled, startRun } from '#app/domain/panels/contests/runs/asking.server.ts'
import { type RunKind, runKinds } from '#app/domain/panels/contests/runs/kinds.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting, done } from '#app/web/serve.server.ts'

type Kind = Exclude<RunKind, 'answers'>

export async function runPage({ ctx, params, t, services }: Args, kind: Kind) {
  const mine = acting(ctx)
  const number = numberOf(params.number)
  const run = await runState(mine, number, kind)
  const { contest } = await contestByNumber(mine, number)
  const { items, file } = runKinds[kind]
  const works = (await items(mine, contest, {})).length
  return {
    title: t.contests.runs[kind].title,
    ...{ number, kind, works, papers: (await file?.count(mine, contest)) ?? 0 },
    keptDays: services.content.settings.contests.filesDays,
    run: run && { ...run, refused: run.refused.map((one) => ({ code: one.code, reason: told(t, one) })) },
  }
}

/** Begins it, and waits a little: what is short is done when its page comes. */
export async function beginRun({ ctx, params }: Args, kind: Kind, path: string) {
  const number = numberOf(params.number)
  await settled(acting(ctx), await startRun(acting(ctx), number, kind))
  return done(`/contests/${number}/${path}`)
}

function told(t: Args['t'], { problem }: { problem: string }): string {
  const words = (t.problems as Record<string, unknown>)[problem]
  return typeof words === 'string' ? words : t.problems.forbidden
}
