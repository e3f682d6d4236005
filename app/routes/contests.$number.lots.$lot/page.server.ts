/** The protocol of a contest's lot for everybody; names only where they may stand. */
import { lotsOf, lotView } from '#app/domain/panels/contests/lots/queries.server.ts'
import { replayLot } from '#app/domain/panels/contests/lots/replaying.ts'
import { numeric, parsed, zero } from '#app/domain/panels/fractions.ts'
import { hundredthsOf } from '#app/domain/panels/lottery/protocol.ts'
import { numberOf } from '#app/domain/problem.ts'
import type { Args } from '#app/web/serve.server.ts'

export async function protocolPage({ ctx, params, t, url }: Args) {
  const [number, lot] = [numberOf(params.number), numberOf(params.lot)]
  const { contest, protocol, own, abandoned } = await lotView(ctx, number, lot)
  const lots = await lotsOf(ctx, contest.id)
  const checks = url.searchParams.has('check')
  const { candidates, shares, chosen, people, ...lines } = protocol
  const { works, ...figures } = shares
  const personOf = new Map(people?.map(({ row, person }) => [row, person]))
  const shown = (rows: readonly number[]) => rows.map((row) => ({ row, person: personOf.get(row) ?? null }))
  const drawn = new Map(chosen.map((work) => [work.code, work]))
  return {
    title: t.contests.lots.page.title(lot),
    ...{ number, name: contest.title, lot, own, abandoned, lines, figures },
    pool: candidates.length,
    people: new Set(chosen.flatMap(({ members }) => members)).size,
    greatest: hundredthsOf(figures.greatest),
    cap: hundredthsOf(lines.rules.cap),
    expected: numeric(parsed(figures.expected) ?? zero),
    works: works.map(({ code, shares: given }) => ({
      code,
      chances: given.map(({ row, share }) => ({ row, share })),
      members: shown(drawn.get(code)?.members ?? []),
      reserve: shown(drawn.get(code)?.reserve ?? []),
    })),
    lots: lots
      .filter((one) => one.lot !== lot)
      .map((one) => ({ lot: one.lot, announcedAt: one.announcedAt, drawn: one.drawnAt !== null })),
    // The lists are long; only the visitor's own replay needs them.
    protocol: checks ? protocol : null,
    faults: checks ? replayLot(protocol) : null,
  }
}
