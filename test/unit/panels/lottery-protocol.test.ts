import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fraction, numeric, parsed, zero } from '#app/domain/panels/fractions.ts'
import { type LotteryProtocol, protocolHash } from '#app/domain/panels/lottery/protocol.ts'
import { below, drawnPlace } from '#app/domain/panels/lottery/rational-draw.ts'
import { replayFile, replaySelection } from '#app/domain/panels/replaying.ts'
import { closeSolver } from '#app/domain/panels/solver/solver.server.ts'
import { drawnLottery } from '#test/support/drawn-lottery.ts'

let protocol: LotteryProtocol
beforeAll(async () => {
  protocol = await drawnLottery()
})
afterAll(closeSolver)

const copy = (): LotteryProtocol => JSON.parse(JSON.stringify(protocol))
const lines = (given: unknown) => replaySelection(given).map(({ at }) => at)
/** As somebody would who knows that the last line is a hash. */
const resealed = (given: LotteryProtocol) => ({ ...given, sha256: protocolHash(given) })

describe('the protocol of a lottery', () => {
  test('holds, drawn or only announced', () => {
    expect(lines(copy())).toEqual([])
    const { lot: _lot, ...announced } = copy()
    expect(lines(resealed({ ...announced, chosen: [] }))).toEqual([])
  })

  test('names every line that was changed', () => {
    for (const path of leavesOf(protocol)) {
      const changed = copy()
      change(changed, path)
      const [line] = path
      const named = lines(changed)
      if (line === 'format' || line === 'method') {
        expect(named).toEqual(['format'])
        continue
      }
      if (named[0] === 'format') continue // a date or a name that has become no text is no protocol
      expect(named, path.join()).toContain('sha256')
      // The list and the rules are named by their hash, what was announced by the announcement too.
      const by = line === 'candidates' || line === 'rules' ? 'candidatesSha256' : String(line)
      const known = named.some((at) => at.startsWith(by) || at === 'announcement')
      expect(known || line === 'selectedAt', path.join()).toBe(true)
    }
  })

  test('names the line even when the last hash is made anew', () => {
    const edited = (edit: (given: LotteryProtocol) => void) => {
      const given = copy()
      edit(given)
      return lines(resealed(given))
    }
    const panel = (given: LotteryProtocol) =>
      given.lottery.panels[1] as LotteryProtocol['lottery']['panels'][number]
    const first = (given: LotteryProtocol) => given.chosen[0] as LotteryProtocol['chosen'][number]
    expect(edited((given) => (panel(given).weight = '1/1000'))).toEqual(
      expect.arrayContaining(['lottery.panels', 'lotterySha256']),
    )
    expect(edited((given) => (panel(given).weight = '-1/3'))).toContain('lottery.panels[1].weight')
    expect(edited((given) => (panel(given).members = [1, 7, 13]))).toContain('lottery.panels[1].members')
    expect(edited((given) => (given.lottery.probabilities[4] = '1/2'))).toContain('lottery.probabilities[4]')
    expect(edited((given) => ((given.lot as { publicValue: string }).publicValue = '1'))).toEqual([
      'lot.seed',
    ])
    expect(edited((given) => (first(given).person = 5))).toEqual(['chosen[0].person'])
    expect(edited((given) => (given.previous = 'x'))).toContain('announcement')
    expect(edited((given) => given.chosen.pop())).toContain(`chosen[${protocol.chosen.length - 1}]`)
  })

  test('is read as the site sends it, with its hash beside', () => {
    const sent = { sha256: protocol.sha256, protocol: copy() }
    expect(replayFile(sent).faults).toEqual([])
    expect(replayFile({ ...sent, sha256: 'x' }).faults).toEqual([{ at: 'sha256', code: 'hash' }])
    expect(replayFile({ protocol: 5 }).faults).toEqual([{ at: 'format', code: 'format' }])
    expect(replayFile(null).faults).toEqual([{ at: 'format', code: 'format' }])
  })

  test('never fails on what is no protocol', () => {
    expect(lines({ ...protocol, lottery: null })).toEqual(['format'])
    expect(lines({ ...protocol, chosen: [null] })).toEqual(['format'])
    expect(lines({ ...protocol, rules: { ...protocol.rules, directions: [null] } })).toEqual(['format'])
    const paths = leavesOf(protocol)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(4), fc.jsonValue(), (path, depth, value) => {
        const changed = copy()
        put(changed, path.slice(0, depth + 1), value)
        expect(Array.isArray(replaySelection(changed))).toBe(true)
        expect(Array.isArray(replaySelection({ ...changed, format: 1 }))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('is replayed by a fresh process from the file alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'))
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'app/web/commands/panels-replay.ts', ...args])
    try {
      const whole = await run(file('whole.json', JSON.stringify(protocol)))
      expect(whole.stdout).toContain('3 из 14, способ: по жребию')
      const other = { ...copy(), chosen: copy().chosen.reverse() }
      await expect(run(file('other.json', JSON.stringify(other)))).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('chosen[0]: эта строка состава не та'),
      })
      await expect(run(file('none.json', '[1,'))).rejects.toMatchObject({ code: 2 })
      await expect(run(file('empty.json', '{}'), '--json')).rejects.toMatchObject({ code: 2 })
      await expect(run()).rejects.toMatchObject({ code: 2 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)
})

describe('the draw', () => {
  test('of ten thousand seeds falls on panels and people as published', () => {
    const DRAWS = 10_000
    const { panels, probabilities } = protocol.lottery
    const weights = panels.map(({ weight }) => parsed(weight) ?? zero)
    const found = panels.map(() => 0)
    for (let at = 0; at < DRAWS; at += 1) {
      const place = drawnPlace(weights, `зерно ${at}`)
      found[place] = (found[place] ?? 0) + 1
    }
    const off = weights.reduce((sum, weight, at) => {
      const expected = numeric(weight) * DRAWS
      return sum + ((found[at] ?? 0) - expected) ** 2 / expected
    }, 0)
    const freedom = panels.length - 1
    expect(off).toBeLessThan(freedom + 3 * Math.sqrt(2 * freedom))
    for (const [at, { row }] of protocol.candidates.entries()) {
      const drawn = panels.reduce(
        (sum, { members }, i) => sum + (members.includes(row) ? (found[i] ?? 0) : 0),
        0,
      )
      const chance = numeric(parsed(probabilities[at] ?? '') ?? zero)
      expect(Math.abs(drawn / DRAWS - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / DRAWS))
    }
  })

  test('takes the same number on any machine, below any limit', () => {
    expect(below(10n ** 30n, 'a')).toBe(below(10n ** 30n, 'a'))
    expect(below(1n, 'a')).toBe(0n)
    fc.assert(
      fc.property(fc.bigInt(1n, 1n << 80n), fc.string(), (limit, seed) => {
        const value = below(limit, seed)
        expect(value >= 0n && value < limit).toBe(true)
      }),
    )
    // Fixed for ever: SHA-256 and integers; another result would break published protocols.
    expect(below(1_000_000_007n, 'зерно').toString()).toBe('628187759')
    expect(drawnPlace([fraction(1, 3), fraction(1, 6), fraction(1, 2)], 'зерно')).toBe(0)
  })
})

type Path = (string | number)[]

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
}

function change(value: unknown, path: Path) {
  const old = path.reduce((at: unknown, key) => (at as Record<string, unknown>)[key], value)
  put(value, path, typeof old === 'number' ? old + 1 : `${old}0`)
}

function put(value: unknown, path: Path, fresh: unknown) {
  let at = value as Record<string, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  const last = path[path.length - 1]
  if (last !== undefined) at[last] = fresh
}
