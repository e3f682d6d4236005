/** The ranking as it would be, in the shape of published results: codes alone. */
import { points } from '#app/domain/panels/contests/ranking/published.ts'
import type { previewRanking } from '#app/domain/panels/contests/ranking/ranking.server.ts'

export function previewPage(view: Awaited<ReturnType<typeof previewRanking>>) {
  const { contest, facts, last, changed, nominations, body, scores, unsent } = view
  const lacking = last ? 0 : Math.max(unsent, body.missing.length)
  return {
    ...{ number: contest.number, name: contest.title, body, changed, lacking, again: last !== null },
    waits: facts.stage === 'judging' && lacking > 0,
    nominations: nominations.map(({ id, title }) => ({
      ...{ id, title },
      works: scores
        .filter(({ nominationId }) => nominationId === id)
        .map(({ code, place, award, score }) => ({
          ...{ code, nominationId: id, place, award, own: false, number: null, title: null },
          ...{ organisation: null, diploma: null, range: score.range, adjustedPlace: score.adjustedPlace },
          ...{ score: points(score.score), median: points(score.median), adjusted: points(score.adjusted) },
          ...{ least: points(score.least), most: points(score.most) },
        }))
        .sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9) || (a.code < b.code ? -1 : 1)),
    })),
  }
}
