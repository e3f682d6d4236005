import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { lookedThrough } from '#app/domain/panels/requests/listing.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { Args } from '#app/web/serve.server.ts'
import { acting } from '#app/web/serve.server.ts'

const SHOWN = 60

/** The list of eligible people: marked ones first, then what the search finds, with conflicts. */
export async function handPage({ ctx, params, t, url }: Args) {
  const mine = acting(ctx)
  const state = await panelByNumber(mine, numberOf(params.number))
  authorize(panelRules.select, mine.actor, state.facts)
  const marked = (name: string) => url.searchParams.getAll(name).map(Number)
  const [members, reserve] = [marked('members'), marked('reserve')]
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 200)
  const filter = { direction: asked('direction'), municipality: asked('municipality'), sort: asked('sort') }
  const all = await candidatesOf(mine, state)
  const chosen = new Set([...members, ...reserve])
  const found = lookedThrough(
    all.filter(({ number }) => !chosen.has(number)),
    { ...filter, words: query },
  )
  const pages = Math.max(1, Math.ceil(found.length / SHOWN))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked('page'))) || 1))
  const shown = found.slice((page - 1) * SHOWN, page * SHOWN)
  const names = new Set(all.flatMap(({ municipality }) => municipality ?? []))
  const { panel, directions } = state
  return {
    title: t.panels.hand.title,
    panel: { number: panel.number, title: panel.title, size: panel.size, reserve: panel.reserve },
    directions,
    query,
    members,
    reserve,
    reason: (url.searchParams.get('reason') ?? '').slice(0, 500),
    ...{ filter, page, pages, found: found.length },
    municipalities: [...names].sort(new Intl.Collator('ru').compare),
    rows: [...all.filter(({ number }) => chosen.has(number)), ...shown].map((candidate) => {
      const {
        number,
        name,
        organisation,
        municipality,
        competences,
        finished,
        current,
        since,
        conflict,
        findings,
        out,
      } = candidate
      return {
        number,
        name,
        organisation,
        municipality,
        competences: Object.entries(competences).map(([id, points]) => ({ id, points })),
        ...{ refused: candidate.refused, invited: candidate.invited },
        finished,
        current,
        since: since.slice(0, 4),
        conflict,
        out,
        findings,
      }
    }),
    shown: shown.length,
  }
}
