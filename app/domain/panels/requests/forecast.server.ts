/** Before a choice: who fits, who does not and why, by direction; and whether a composition can be found at all. */
import type { Ctx } from '#app/domain/ctx.ts'
import { candidatesOf, isOpen, rowsOf } from '#app/domain/panels/candidates.server.ts'
import { type PanelState, rulesOf } from '#app/domain/panels/facts.server.ts'
import { markHigh } from './banding.server.ts'
import { namedIn } from './limiting.server.ts'
import { reckoned } from './reckoning.server.ts'

/** The rows of today and the rules, as a choice would have them; nothing is written down. */
export async function openRows(ctx: Ctx, state: PanelState) {
  const able = (await candidatesOf(ctx, state)).filter(isOpen)
  await markHigh(ctx, state, able)
  return rowsFrom(ctx, state, able)
}

/** What a page tells beforehand. The band is not read for it: with a demand on the band nothing is foreseen. */
export async function forecastOf(ctx: Ctx, state: PanelState) {
  const all = await candidatesOf(ctx, state)
  const able = all.filter(isOpen)
  const out = new Map<string, number>()
  for (const { conflict, out: limit } of all)
    if (conflict === null && limit) out.set(limit.code, (out.get(limit.code) ?? 0) + 1)
  const asked = await rulesOf(ctx, state.panel)
  const { rows, rules, absent } = await rowsFrom(ctx, state, able)
  return {
    able: able.length,
    conflicted: all.filter(({ conflict }) => conflict !== null).length,
    out: [...out].map(([code, count]) => ({ code, count })),
    directions: asked.directions.map(({ code, minimum }) => ({
      ...{ code, minimum },
      count: able.filter(({ directions }) => directions.includes(code)).length,
    })),
    absent,
    foreseen: (asked.minHigh ?? 0) > 0 ? null : await reckoned('foreseen', rows, rules),
  }
}

async function rowsFrom(ctx: Ctx, state: PanelState, able: Awaited<ReturnType<typeof candidatesOf>>) {
  const asked = await rulesOf(ctx, state.panel)
  const rows = rowsOf(able, asked)
  const named = (await namedIn(ctx, state.panel.id)).filter(({ standing }) => standing === 'fixed')
  const fixed = named.flatMap(({ personId }) => {
    const at = able.findIndex((one) => one.personId === personId)
    return at < 0 ? [] : [at + 1]
  })
  // obligatory people who cannot be chosen today
  const absent = named.length - fixed.length
  return { rows, rules: fixed.length > 0 ? { ...asked, fixed } : asked, absent }
}
