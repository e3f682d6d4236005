/**
 * Choosing: by hand or the best composition (by lot: lottery/lots.server.ts). Each leaves a selection with its protocol and its seats; a new
 * one supersedes the old and names it. Nobody with a conflict is ever a row.
 */
import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { seats, selections } from '#db/schema/index.ts'
import { type Candidate, candidatesOf, isOpen, rowsOf } from './candidates.server.ts'
import { keepConflicts } from './conflicts/keeping.server.ts'
import { digestHex } from './digest.ts'
import { lockPanel, type PanelState, rulesOf } from './facts.server.ts'
import { pointsOf } from './optimum.ts'
import { type KeptRow, type KeptRules, openList, plainRules, protocolOf, published } from './protocol.ts'
import { markHigh, sealed } from './requests/banding.server.ts'
import { namedIn } from './requests/limiting.server.ts'
import { isLimited, wishedOf, without } from './requests/limits.ts'
import { reckoned } from './requests/reckoning.server.ts'
import { refusalRate } from './requests/refusals.server.ts'
import { waivedBy } from './requests/settling.ts'
import { panelRules } from './rules.ts'
import {
  type Choice,
  faultsOf,
  type Method,
  type Outcome,
  type Reason,
  type SelectionRules,
} from './selecting.ts'

type SelectionRow = typeof selections.$inferSelect

/** Takes the best composition by the facts of the registry: the exact optimum, with its proof. */
export async function selectBest(ctx: ActingCtx, panelId: string): Promise<void> {
  await choose(ctx, panelId, 'best', async (rows, rules) => {
    const refusal = await refusalRate(ctx)
    const outcome = await reckoned('selectLimited', rows, rules, refusal)
    return { ...outcome, refusal }
  })
}

/** Takes the people named by public number, in this order; rules hold as always, and a reason is needed. */
export async function selectByHand(
  ctx: ActingCtx,
  panelId: string,
  { reason, ...chosen }: { members: number[]; reserve: number[]; reason: string },
): Promise<void> {
  await choose(ctx, panelId, 'hand', async (rows, rules) => {
    const outcome = byHand(rows, rules, chosen)
    if ('chosen' in outcome && reason === '') throw await unreasoned(outcome.chosen, rows, rules)
    return { ...outcome, hand: { reason } }
  })
}

type Choosing = Outcome & Pick<KeptRules, 'best' | 'hand' | 'waived' | 'refusal'>

async function choose(
  ctx: ActingCtx,
  panelId: string,
  method: Method,
  select: (rows: KeptRow[], rules: SelectionRules) => Promise<Choosing>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.select, ctx.actor, state.facts)
    const { rows, rules, closed } = await frozen(ctx, state)
    const outcome = await select(rows, rules)
    const { chosen } = refuse(outcome)
    const { best, hand, waived, refusal } = outcome
    const beside = {
      ...{ ...(best ? { best } : {}), ...(hand ? { hand } : {}) },
      ...{ ...(waived ? { waived } : {}), ...(refusal === undefined ? {} : { refusal }) },
      ...(closed ? sealed(rules, rows) : {}),
    }
    const { id, hash } = await supersede(ctx, state, {
      ...{ method, rows, rules: { ...rules, ...beside } },
      chosen: named(chosen, rows, waived !== undefined),
    })
    await seat(ctx, panelId, id, chosen, rows)
    await record(ctx, 'panel.selected', { kind: 'panel', id: panelId }, { method, sha256: hash })
  })
}

function byHand(
  rows: readonly KeptRow[],
  rules: SelectionRules,
  { members, reserve }: { members: number[]; reserve: number[] },
): Outcome & { waived?: string[] } {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  if (new Set([...members, ...reserve]).size !== members.length + reserve.length)
    throw new Problem('chosen-twice')
  if (reserve.length > rules.reserve) throw new Problem('panel-reserve', { most: rules.reserve })
  const rowsOf = (numbers: number[]) =>
    numbers.map((number) => {
      const row = byNumber.get(number)
      if (!row) throw new Problem('not-eligible', { number })
      return row
    })
  const chosen = rowsOf(members)
  const waived = waivedBy(chosen, rules)
  if (waived === null) return { binding: faultsOf(chosen, without(rules, wishedOf(rules))) }
  const by = (code: string): Reason[] => [{ code, facts: {} }]
  const seated = chosen.map(
    ({ row }, at): Choice => ({ row, standing: 'member', rank: at + 1, reasons: by('hand') }),
  )
  const spare = rowsOf(reserve).map(
    ({ row }, at): Choice => ({
      row,
      standing: 'reserve',
      rank: members.length + at + 1,
      reasons: by('hand'),
    }),
  )
  return { chosen: [...seated, ...spare], ...(isLimited(rules) ? { waived } : {}) }
}

/** What a choice without a reason is told: how much less it has than the best one. */
async function unreasoned(
  chosen: readonly Choice[],
  rows: readonly KeptRow[],
  rules: SelectionRules,
): Promise<Problem> {
  const best = await reckoned('foreseen', rows, rules)
  const own = pointsOf(chosen, new Map(rows.map((one) => [one.row, one])))
  const loss = 'points' in best ? best.points - own : 0
  if (!('points' in best) || loss <= 0) return new Problem('hand-reason', {}, 'reason')
  const hundredths = best.points > 0 ? Math.round((loss * 10_000) / best.points) : 0
  return new Problem('hand-loss', { points: own, best: best.points, loss, hundredths }, 'reason')
}

export function refuse(outcome: Outcome): { chosen: Choice[] } {
  if ('chosen' in outcome) return outcome
  const [first] = outcome.binding
  throw new Problem(`selection-${first?.code ?? 'together'}`, first?.facts ?? {})
}

/**
 * The list as it stands now, in the order of tokens, which says nothing about people; conflicts are written down. `closed`:
 * the band of the closed base is in it.
 */
export async function frozen(
  ctx: Ctx,
  state: PanelState,
): Promise<{ rows: KeptRow[]; rules: SelectionRules; closed: boolean }> {
  const all = await candidatesOf(ctx, state)
  await keepConflicts(ctx, state.panel.id, all)
  const asked = await rulesOf(ctx, state.panel)
  const able = all.filter(isOpen)
  const { closed } = await markHigh(ctx, state, able)
  const marked = able.map(tokened).sort((a, b) => (a.token < b.token ? -1 : 1))
  const rows = rowsOf(marked, asked).map((row, at) => {
    const { personId, number, salt, token } = marked[at] as (typeof marked)[number]
    return { ...row, token, personId, number, salt }
  })
  const named = (await namedIn(ctx, state.panel.id)).filter(({ standing }) => standing === 'fixed')
  const fixed = named.flatMap(({ personId }) => rows.find((row) => row.personId === personId)?.row ?? [])
  // Whoever must sit and cannot, by a conflict or a status that ended, has to be taken back first.
  if (fixed.length < named.length) throw new Problem('selection-fixed-absent')
  return { rows, rules: fixed.length > 0 ? { ...asked, fixed: fixed.sort((a, b) => a - b) } : asked, closed }
}

function tokened(candidate: Candidate) {
  const salt = randomBytes(16).toString('hex')
  return { ...candidate, salt, token: digestHex(`${salt}|${candidate.number}`) }
}

type Made = {
  method: Method
  rows: KeptRow[]
  rules: KeptRules
  commitment?: string
  secret?: string
  chosen: ReturnType<typeof named>
}

export async function supersede(
  ctx: ActingCtx,
  state: PanelState,
  { method, rows, rules, commitment, secret, chosen }: Made,
) {
  const id = uuidv7()
  const row: SelectionRow = {
    ...{
      id,
      panelId: state.panel.id,
      method,
      candidatesSha256: openList(plainRules(rules), published(rows), rules.closed !== undefined).sha256,
      seed: null,
    },
    ...{ candidates: rows.map((one) => ({ ...one })), rules: { ...rules }, chosen, sha256: '' },
    ...{
      commitment: commitment ?? null,
      secret: secret ?? null,
      selectedById: ctx.actor.personId,
      selectedAt: ctx.now,
      supersededById: null,
    },
  }
  const protocol = protocolOf(state, row)
  const hash = protocol.format === 1 ? sha256(protocol) : protocol.sha256
  await ctx.db.insert(selections).values({ ...row, sha256: hash })
  const standing = and(eq(selections.panelId, state.panel.id), isNull(selections.supersededById))
  const old = (await ctx.db.select({ id: selections.id }).from(selections).where(standing)).filter(
    (one) => one.id !== id,
  )
  for (const one of old)
    await ctx.db.update(selections).set({ supersededById: id }).where(eq(selections.id, one.id))
  await ctx.db
    .update(seats)
    .set({ leftAt: ctx.now })
    .where(and(eq(seats.panelId, state.panel.id), isNull(seats.leftAt)))
  return { id, hash }
}

export async function seat(
  ctx: Ctx,
  panelId: string,
  selectionId: string,
  chosen: readonly Choice[],
  rows: readonly KeptRow[],
) {
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const values = chosen.map(({ row, standing, rank, reasons }) => {
    const { personId } = found(byRow.get(row))
    return { id: uuidv7(), panelId, selectionId, personId, rank, standing, reasons, createdAt: ctx.now }
  })
  await ctx.db.insert(seats).values(values)
}

/** Choices with public numbers; with salts, so that anybody can see that a number belongs to its row. */
export function named(chosen: readonly Choice[], rows: readonly KeptRow[], salted = false) {
  const byRow = new Map(rows.map((row) => [row.row, row]))
  return chosen.map((choice) => {
    const { number = 0, salt = '' } = byRow.get(choice.row) ?? {}
    return { ...choice, person: number, ...(salted ? { salt } : {}) }
  })
}
