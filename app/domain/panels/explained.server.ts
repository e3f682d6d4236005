/**
 * Why these people and what each rule costs, for those who select; and for one person of the list, why not.
 *
 * Reckoned over the list as it was frozen at the selection, so that it is true of that choice whatever changed since.
 */
import type { Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { pricesOf, type WhyNot, whyNotOf, whyOf } from './assignment/explaining.ts'
import { bestPanel } from './assignment/one-panel.ts'
import { standingSelection } from './facts.server.ts'
import { publicPanelId } from './objects/public.server.ts'
import { pointsOf } from './optimum.ts'
import { placesOf } from './places.server.ts'
import { type KeptRow, type KeptRules, plainRules } from './protocol.ts'
import { panelByNumber } from './queries.server.ts'
import { panelRules } from './rules.ts'
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
  const optimum = found(optimumOf(selection))
  const { rows, rules, best, chosen, hand } = optimum
  const of = (row: number) => rows.find((one) => one.row === row)
  const inPanel = new Set(chosen.filter(({ standing }) => standing === 'member').map(({ row }) => row))
  const whys =
    best.proven && selection.method === 'best' ? best.members.map((one) => whyOf(rows, rules, best, one)) : []
  const person = asked === undefined ? undefined : rows.find((one) => one.number === asked)
  const passedOver = person && best.proven && !best.members.some(({ row }) => row === person.row)
  const other = person && passedOver ? whyNotOf(rows, rules, best, person) : null
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
    prices: best.proven
      ? pricesOf(rows, rules, best).map(({ price, ...rule }) => ({
          ...rule,
          ...lossOf(price ?? 0, best.points + (price ?? 0)),
        }))
      : [],
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

/** What would have seated the actor; of the own row alone, and nothing of anybody else. Null for who was not passed over. */
export async function ownWhyNot(ctx: Ctx, number: number) {
  if (!ctx.actor) return null
  const selection = await standingSelection(ctx, await publicPanelId(ctx, number))
  if (selection?.method !== 'best') return null
  const optimum = optimumOf(selection)
  const own = optimum?.rows.find(({ personId }) => personId === ctx.actor?.personId)
  if (!optimum?.best.proven || !own || optimum.chosen.some(({ row }) => row === own.row)) return null
  const { rank, pointsNeeded, without } = whyNotOf(optimum.rows, optimum.rules, optimum.best, own)
  return { points: own.points, rank, of: optimum.rows.length, pointsNeeded, without }
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

function optimumOf(selection: Selection) {
  const rows = selection.candidates as unknown as KeptRow[]
  const kept = selection.rules as unknown as KeptRules
  const rules = plainRules(kept)
  const chosen = selection.chosen as unknown as Choice[]
  const best = selection.method === 'lot' ? null : bestPanel(rows, rules)
  return best && { rows, rules, best, chosen, hand: kept.hand ?? null }
}
