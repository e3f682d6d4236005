/** The replay of a contest's lot from its protocol alone: every line that does not hold, by its place. Pure. */
import { digestHex } from '#app/domain/panels/digest.ts'
import { commitmentOf } from '#app/domain/panels/drawing.ts'
import { compared, fraction, parsed } from '#app/domain/panels/fractions.ts'
import { lotterySeed } from '#app/domain/panels/lottery/protocol.ts'
import {
  type ContestLot,
  drawnRows,
  loadsOf,
  lotAnnouncement,
  lotFigures,
  lotGroups,
  lotHash,
  lotListHash,
  lotSharesHash,
} from './protocol.ts'
import { misshapen } from './shape.ts'

export type LotFault = {
  at: string
  code:
    | ('shape' | 'list' | 'shares' | 'announcement' | 'commitment' | 'seed' | 'hash')
    | ('row' | 'cap' | 'seats' | 'quota' | 'load' | 'figure' | 'choice' | 'person')
}

/** Whether a value is meant as such a protocol, whole or not. */
export function isContestLot(value: unknown): value is { format: 4 } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 4
}

/** The protocol in a file as the site sends it, `{ sha256, protocol }`, or the protocol alone. */
export function lotOf(file: unknown): unknown {
  const isWrapped = typeof file === 'object' && file !== null && 'protocol' in file && !('format' in file)
  return isWrapped ? (file as { protocol: unknown }).protocol : file
}

/** Replays a file; the hash beside the protocol must be its own. */
export function replayLotFile(file: unknown): { lot: unknown; faults: LotFault[] } {
  const lot = lotOf(file)
  const faults = replayLot(lot)
  if (lot === file || faults.some(({ code }) => code === 'shape')) return { lot, faults }
  const beside = (file as { sha256?: unknown }).sha256
  const same = beside === (lot as ContestLot).sha256
  return { lot, faults: same ? faults : [{ at: 'sha256', code: 'hash' }, ...faults] }
}

/** Recomputes a lot; empty: the protocol holds. What has another shape is named first, and nothing else is looked at. */
export function replayLot(value: unknown): LotFault[] {
  const odd = misshapen(value)
  if (odd.length > 0) return odd.map((at) => ({ at, code: 'shape' }))
  const given = value as ContestLot
  const faults: LotFault[] = []
  const check = (holds: boolean, at: string, code: LotFault['code']) => {
    if (!holds) faults.push({ at, code })
  }
  check(lotListHash(given.candidates, given.rules) === given.candidatesSha256, 'candidatesSha256', 'list')
  check(lotSharesHash(given.shares) === given.sharesSha256, 'sharesSha256', 'shares')
  check(lotAnnouncement(given) === given.announcement, 'announcement', 'announcement')
  const broken = ofShares(given)
  faults.push(...broken)
  check(lotHash(given) === given.sha256, 'sha256', 'hash')
  faults.push(...ofPeople(given))
  const { draw } = given
  if (!draw) {
    check(given.chosen.length === 0, 'chosen', 'choice')
    return faults
  }
  check(commitmentOf(draw.secret) === given.commitment, 'draw.secret', 'commitment')
  const seed = lotterySeed(draw.secret, draw.publicValue, given.announcement)
  check(seed === draw.seed, 'draw.seed', 'seed')
  // Shares that are no flow cannot be drawn from; their lines are named already.
  if (broken.length > 0) return faults
  return [...faults, ...ofChoice(given, draw.seed)]
}

function ofShares({ rules, candidates, shares: given }: ContestLot): LotFault[] {
  const faults: LotFault[] = []
  const { denominator, works } = given
  const cap = parsed(rules.cap)
  const known = new Set<number>()
  for (const [at, { row }] of candidates.entries()) {
    if (known.has(row)) faults.push({ at: `candidates[${at}].row`, code: 'row' })
    known.add(row)
  }
  if (!cap || cap.n <= 0n || compared(cap, fraction(1)) > 0) faults.push({ at: 'rules.cap', code: 'cap' })
  const groups = lotGroups(candidates, rules)
  const limits = [rules.maxPerMunicipality, rules.maxPerOrganisation].filter((most) => most !== null)
  const codes = new Set<string>()
  for (const [at, { code, shares, spare }] of works.entries()) {
    const where = `shares.works[${at}]`
    const [rows, sums, seats] = [new Set<number>(), new Map<string, number>(), { all: 0 }]
    if (codes.has(code)) faults.push({ at: `${where}.code`, code: 'row' })
    codes.add(code)
    for (const [place, { row, share }] of shares.entries()) {
      const line = `${where}.shares[${place}]`
      if (!known.has(row) || rows.has(row)) faults.push({ at: `${line}.row`, code: 'row' })
      rows.add(row)
      if (cap && compared(fraction(share, denominator), cap) > 0)
        faults.push({ at: `${line}.share`, code: 'cap' })
      seats.all += share
      for (const [depth] of limits.entries()) {
        const path = `${depth}:${groups(row)
          .slice(0, depth + 1)
          .join()}`
        sums.set(path, (sums.get(path) ?? 0) + share)
      }
    }
    if (seats.all !== rules.perWork * denominator) faults.push({ at: `${where}.shares`, code: 'seats' })
    const over = [...sums].some(
      ([path, sum]) => sum > (limits[Number(path.split(':')[0])] ?? 0) * denominator,
    )
    if (over) faults.push({ at: `${where}.shares`, code: 'quota' })
    for (const [place, row] of spare.entries()) {
      if (!known.has(row) || rows.has(row)) faults.push({ at: `${where}.spare[${place}]`, code: 'row' })
      rows.add(row)
    }
  }
  for (const [row, load] of loadsOf(works))
    if (load > rules.load * denominator) faults.push({ at: `rules.load (${row})`, code: 'load' })
  const figures = lotFigures(given)
  for (const name of ['expected', 'greatest'] as const)
    if (figures[name] !== given[name]) faults.push({ at: `shares.${name}`, code: 'figure' })
  return faults
}

function ofChoice({ candidates, rules, shares, chosen }: ContestLot, seed: string): LotFault[] {
  const faults: LotFault[] = []
  const expected = drawnRows(candidates, rules, shares, seed)
  for (let at = 0; at < Math.max(expected.length, chosen.length); at += 1) {
    const [own, drawn] = [chosen[at], expected[at]]
    if (own?.code !== drawn?.code) faults.push({ at: `chosen[${at}].code`, code: 'choice' })
    for (const part of ['members', 'reserve'] as const) {
      const [said, due]: [number[], number[]] = [own?.[part] ?? [], drawn?.[part] ?? []]
      for (let place = 0; place < Math.max(said.length, due.length); place += 1)
        if (said[place] !== due[place]) faults.push({ at: `chosen[${at}].${part}[${place}]`, code: 'choice' })
    }
  }
  return faults
}

/** Whoever is named has a row that was drawn, and its token proves the number. */
function ofPeople({ candidates, chosen, people = [] }: ContestLot): LotFault[] {
  const tokens = new Map(candidates.map(({ row, token }) => [row, token]))
  const drawn = new Set(chosen.flatMap(({ members, reserve }) => [...members, ...reserve]))
  return people.flatMap(({ row, person, salt }, at): LotFault[] => {
    if (!drawn.delete(row)) return [{ at: `people[${at}].row`, code: 'row' }]
    return digestHex(`${salt}|${person}`) === tokens.get(row)
      ? []
      : [{ at: `people[${at}].person`, code: 'person' }]
  })
}
