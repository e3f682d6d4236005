import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
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
  // «12, 40, 518»: several registry numbers at once
  const numbers = /^\d+([\s,;]+\d+)*$/.test(query) ? query.split(/[\s,;]+/).map(Number) : []
  const all = await candidatesOf(mine, state)
  const chosen = new Set([...members, ...reserve])
  const found = all.filter(({ number, name, organisation, municipality }) => {
    const words = [String(number), name, organisation ?? '', municipality ?? '']
      .join(' ')
      .toLowerCase()
      .replaceAll('ё', 'е')
    if (numbers.length > 0) return !chosen.has(number) && numbers.includes(number)
    return !chosen.has(number) && words.includes(query.toLowerCase().replaceAll('ё', 'е'))
  })
  const { panel, directions } = state
  return {
    title: t.panels.hand.title,
    panel: { number: panel.number, title: panel.title, size: panel.size, reserve: panel.reserve },
    directions,
    query,
    members,
    reserve,
    reason: (url.searchParams.get('reason') ?? '').slice(0, 500),
    found: found.length,
    rows: [...all.filter(({ number }) => chosen.has(number)), ...found.slice(0, SHOWN)].map((candidate) => {
      const {
        number,
        name,
        organisation,
        municipality,
        directions,
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
        directions,
        finished,
        current,
        since: since.slice(0, 4),
        conflict,
        out,
        findings,
      }
    }),
    shown: Math.min(found.length, SHOWN),
  }
}
