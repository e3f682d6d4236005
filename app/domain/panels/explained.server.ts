/**
 * Why these people and what each rule costs, for those who select; and for one person of the list, why not.
 *
 * Reckoned over the list as it was frozen at the selection, so that it is true of that choice whatever changed since.
 */
import type { Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import type { WhyNot } from './assignment/explaining.ts'
import { standingSelection } from './facts.server.ts'
import { publicPanelId } from './objects/public.server.ts'
import { pointsOf } from './optimum.ts'
import { placesOf } from './places.server.ts'
import { type KeptRow, type KeptRules, plainRules } from './protocol.ts'
import { panelByNumber } from './queries.server.ts'
import { without } from './requests/limits.ts'
import { reckoned } from './requests/reckoning.server.ts'
import { type PanelFacts, panelRules } from './rules.ts'
import type { Choice } from './selecting.ts'

type Selection = NonNullable<Awaited<ReturnType<typeof standingSelection>>>

/** A loss in points, and in hundredths of a per cent of what there would be without it; null where that is nothing. */
export function lossOf(points: number, of: number) {
  return { points, hundredths: of > 0 ? Math.round((points * 10_000) / of) : null }
}

/** The standing choice of a panel explained; `asked` is a public number. Not for lots, where chance decided. */
export async function explainedPanel(ctx: Ctx, number: number, asked?: number) {
  const shown = await panelByNumber(ctx, number)
  authorize(panelRules.explain, ctx.actor, shown.facts)
  const selection = found(shown.selection)
  if (usesClosed(selection)) authorize(panelRules.selectClosed, ctx.actor, {})
  const asking = { members: selection.method === 'best', asked }
  const { rows, rules, chosen, hand, waived, explained } = found(await optimumOf(selection, asking))
  const { best, whys, prices, other } = explained
  const of = (row: number) => rows.find((one) => one.row === row)
  const inPanel = new Set(chosen.filter(({ standing }) => standing === 'member').map(({ row }) => row))
  const person = asked === undefined ? undefined : rows.find((one) => one.number === asked)
  const named = [...whys.flatMap(({ row, displacedBy }) => [row, ...displacedBy]), person?.row ?? 0]
  const ids = [...new Set(named)].flatMap((row) => of(row)?.personId ?? [])
  const places = new Map((await placesOf(ctx, ids)).map((place) => [place.number, place]))
  const who = (row: number) => {
    const publicNumber = of(row)?.number ?? 0
    return { number: publicNumber, name: places.get(publicNumber)?.name ?? null }
  }
  const own = pointsOf(chosen, new Map(rows.map((one) => [one.row, one])))
  return {
    ...shown,
    method: selection.method,
    hand,
    total: { own, best: best.points, proven: best.proven, loss: lossOf(best.points - own, best.points) },
    prices: prices.map(({ price, ...rule }) => ({
      ...rule,
      ...lossOf(price ?? 0, best.points + (price ?? 0)),
    })),
    rules,
    waived,
    members: whys.map(({ displacedBy, loss, row, ...why }) => ({
      ...why,
      ...who(row),
      points: of(row)?.points ?? 0,
      loss: loss === null ? null : lossOf(loss, best.points),
      displacedBy: displacedBy.map(who),
    })),
    asked:
      asked === undefined
        ? null
        : {
            number: asked,
            name: person ? who(person.row).name : null,
            ...standingOf(person, inPanel),
            why: told(other, best.points),
          },
    pool: rows.length,
  }
}

/** Whether a choice can be explained to the actor: one with closed data tells the bands, so only to whoever may read these. */
export function explains(actor: Ctx['actor'], facts: PanelFacts, selection: Selection | null): boolean {
  if (!selection || selection.method === 'lot' || panelRules.explain(actor, facts) !== null) return false
  return !usesClosed(selection) || panelRules.selectClosed(actor, {}) === null
}

const usesClosed = ({ rules }: Selection) => (rules as unknown as KeptRules).closed !== undefined

/** What would have seated the actor; of the own row alone, and nothing of anybody else. Null for who was not passed over. */
export async function ownWhyNot(ctx: Ctx, number: number) {
  if (!ctx.actor) return null
  const selection = await standingSelection(ctx, await publicPanelId(ctx, number))
  if (selection?.method !== 'best') return null
  const kept = keptOf(selection)
  const own = kept.rows.find(({ personId }) => personId === ctx.actor?.personId)
  if (!own || kept.usesClosed || kept.chosen.some(({ row }) => row === own.row)) return null
  const why = await reckoned('whyNotOne', kept.rows, kept.rules, kept.isLimited, own.row)
  if (!why) return null
  const { rank, pointsNeeded, without } = why
  return { points: own.points, rank, of: kept.rows.length, pointsNeeded, without }
}

function told(why: WhyNot | null, best: number) {
  return why && { ...why, loss: why.loss === null ? null : lossOf(why.loss, best) }
}

function standingOf(person: KeptRow | undefined, inPanel: ReadonlySet<number>) {
  if (!person) return { standing: 'absent' as const, points: 0 }
  return {
    standing: inPanel.has(person.row) ? ('member' as const) : ('other' as const),
    points: person.points,
  }
}

/** What a selection was made of: its rules are those that were left when wished ones were given up. */
function keptOf(selection: Selection) {
  const kept = selection.rules as unknown as KeptRules
  return {
    rows: selection.candidates as unknown as KeptRow[],
    rules: without(plainRules(kept), kept.waived ?? []),
    chosen: selection.chosen as unknown as Choice[],
    hand: kept.hand ?? null,
    waived: kept.waived ?? [],
    isLimited: kept.waived !== undefined,
    usesClosed: kept.closed !== undefined,
  }
}

async function optimumOf(selection: Selection, { members, asked }: { members: boolean; asked?: number }) {
  if (selection.method === 'lot') return null
  const kept = keptOf(selection)
  const row = kept.rows.find(({ number }) => number === asked)?.row
  const { rows, rules, isLimited } = kept
  const explained = await reckoned('explainChoice', rows, rules, { isLimited, members, asked: row })
  return explained && { ...kept, explained }
}
