import {
  candidatePage,
  type Facet,
  facets,
  type Sort,
  sorts,
} from '#app/domain/panels/listing/page.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { Args } from '#app/web/serve.server.ts'
import { acting } from '#app/web/serve.server.ts'

/** Marks an address may carry: members and reserve of a panel are fewer. */
const MARKS = 100

/** The list of eligible people: marked ones first, then a page of what is looked for, with conflicts. */
export async function handPage({ ctx, params, t, url }: Args) {
  const mine = acting(ctx)
  const state = await panelByNumber(mine, numberOf(params.number))
  authorize(panelRules.select, mine.actor, state.facts)
  const marked = (name: string) => url.searchParams.getAll(name).slice(0, MARKS).flatMap(numbered)
  const [members, reserve] = [marked('members'), marked('reserve')]
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 200)
  const filter = {
    ...(Object.fromEntries(facets.map((facet) => [facet, asked(facet)])) as Record<Facet, string>),
    sort: sorts.find((one) => one === asked('sort')) ?? ('points' as Sort),
  }
  const query = asked('q').slice(0, 100)
  const [after = null] = numbered(asked('after'))
  const list = await candidatePage(mine, state, { ...filter, words: query, after }, [...members, ...reserve])
  const { panel, directions } = state
  return {
    title: t.panels.hand.title,
    panel: { number: panel.number, title: panel.title, size: panel.size, reserve: panel.reserve },
    directions,
    query,
    members,
    reserve,
    reason: (url.searchParams.get('reason') ?? '').slice(0, 500),
    ...{ filter, after, next: list.next, found: list.found, options: list.options },
    rows: [...list.marked, ...list.rows].map((one) => ({
      ...{ number: one.number, name: one.name },
      ...{ organisation: one.organisation, municipality: one.municipality },
      competences: Object.entries(one.competences).map(([id, points]) => ({ id, points })),
      ...{ refused: one.refused, invited: one.invited, lastAsked: one.lastAsked },
      ...{ finished: one.finished, current: one.current, since: one.since.slice(0, 4) },
      ...{ conflict: one.conflict, out: one.out, findings: one.findings },
    })),
    shown: list.rows.length,
  }
}

/** Numbers of people are whole and small; anything else names nobody. */
function numbered(text: string): number[] {
  return /^\d{1,9}$/.test(text) ? [Number(text)] : []
}
