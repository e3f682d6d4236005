/** The protocol of a contest's lot: replayed from itself alone, any line changed by hand is named. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContestLot, lotHash } from '#app/domain/panels/contests/lots/protocol.ts'
import { replayLot } from '#app/domain/panels/contests/lots/replaying.ts'
import { drawnContestLot } from '#test/support/drawn-contest-lot.ts'

const protocol = drawnContestLot()
const copy = (): ContestLot => JSON.parse(JSON.stringify(protocol))
const lines = (given: unknown) => replayLot(given).map(({ at }) => at)
const resealed = (given: ContestLot) => ({ ...given, sha256: lotHash(given) })

type Path = (string | number)[]
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
/** Puts another value at a place; `undefined` takes the line away. */
function put(given: unknown, path: Path, value: unknown) {
  const parent = path.slice(0, -1).reduce((one, key) => (one as Record<string, unknown>)?.[key], given)
  if (typeof parent !== 'object' || parent === null) return
  const key = path.at(-1) as string
  if (value === undefined && !Array.isArray(parent)) delete (parent as Record<string, unknown>)[key]
  else (parent as Record<string, unknown>)[key] = value
}
const at = (given: unknown, path: Path) =>
  path.reduce((one, key) => (one as Record<string, unknown>)?.[key], given)
const placed = (path: Path) =>
  path.reduce<string>(
    (all, key) => (typeof key === 'number' ? `${all}[${key}]` : all === '' ? key : `${all}.${key}`),
    '',
  )

describe('the protocol of a contest’s lot', () => {
  test('holds, drawn or only announced', () => {
    expect(lines(copy())).toEqual([])
    const { draw: _draw, people: _people, ...announced } = copy()
    expect(lines(resealed({ ...announced, chosen: [] }))).toEqual([])
    expect(lines(resealed(announced))).toContain('chosen')
  })

  test('any one line changed is named, also when the last hash is made anew', () => {
    // what a changed line is known by, where it is only bound by a hash
    const hashes: Record<string, string> = {
      ...{ candidates: 'candidatesSha256', rules: 'candidatesSha256', shares: 'sharesSha256' },
      ...{ contest: 'announcement', lot: 'announcement', source: 'announcement' },
      ...{ announcedAt: 'announcement', previous: 'announcement', commitment: 'announcement' },
    }
    for (const path of leavesOf(protocol)) {
      const old = at(protocol, path)
      for (const value of [typeof old === 'number' ? old + 1 : `${old}0`, null, undefined, {}]) {
        if (value === old) continue
        const changed = copy()
        put(changed, path, value)
        const named = lines(changed)
        const place = placed(path)
        const [line] = path as [string]
        const cut = value === undefined && typeof path.at(-1) === 'number'
        const known = cut
          ? named.length > 0
          : named.some((one) => one.startsWith(place) || place.startsWith(one.replace(/\.person$/, '')))
        const byHash = named.includes(hashes[line] ?? '')
        expect(known || byHash || line === 'draw', `${place} = ${String(value)}: ${named}`).toBe(true)
        expect(named.length, place).toBeGreaterThan(0)
        if (line === 'sha256' || line === 'format' || path.includes('drawnAt')) continue
        expect(lines({ ...resealed(changed) }).length, `${place} resealed`).toBeGreaterThan(0)
      }
    }
  })

  test('names what exactly does not hold', () => {
    const edited = (edit: (given: ContestLot) => void) => {
      const given = copy()
      edit(given)
      return lines(resealed(given))
    }
    const work = (given: ContestLot, place = 0) =>
      given.shares.works[place] as ContestLot['shares']['works'][number]
    const share = (given: ContestLot) => work(given).shares[0] as { row: number; share: number }
    const first = (given: ContestLot) => given.chosen[0] as ContestLot['chosen'][number]
    expect(edited((given) => (share(given).share = 2))).toEqual(
      expect.arrayContaining(['shares.works[0].shares[0].share', 'shares.works[0].shares']),
    )
    expect(edited((given) => (share(given).row = 99))).toContain('shares.works[0].shares[0].row')
    const together = edited((given) => {
      given.rules.maxPerMunicipality = 1
      Object.assign(given.candidates[4] ?? {}, { municipality: 1 })
    })
    expect(together).toContain('shares.works[0].shares')
    expect(edited((given) => (work(given).spare[0] = share(given).row))).toContain('shares.works[0].spare[0]')
    expect(edited((given) => (work(given, 1).code = '301'))).toContain('shares.works[1].code')
    expect(edited((given) => (given.rules.load = 1))).toContain('candidatesSha256')
    const overloaded = edited((given) => {
      given.rules.load = 1
      Object.assign(work(given, 1).shares[0] ?? {}, { row: 1 })
    })
    expect(overloaded).toContain('rules.load (1)')
    expect(edited((given) => (given.rules.cap = '1/3'))).toContain('shares.works[0].shares[0].share')
    expect(edited((given) => (given.shares.greatest = '1/3'))).toContain('shares.greatest')
    expect(edited((given) => (given.draw as { publicValue: string }).publicValue === '')).toEqual([])
    expect(edited((given) => ((given.draw as { publicValue: string }).publicValue = '1'))).toEqual([
      'draw.seed',
    ])
    expect(edited((given) => ((given.draw as { secret: string }).secret = 'x'))).toEqual(
      expect.arrayContaining(['draw.secret', 'draw.seed']),
    )
    const named = (given: ContestLot) => given.people?.[0] as { row: number; person: number }
    expect(edited((given) => (named(given).person = 5))).toEqual(['people[0].person'])
    expect(edited((given) => (named(given).row = 99))).toEqual(['people[0].row'])
    expect(edited((given) => (given.people = given.people?.slice(1)))).toEqual([])
    expect(edited((given) => first(given).members.reverse())).toContain('chosen[0].members[0]')
    expect(edited((given) => given.chosen.pop())).toContain('chosen[3].code')
    expect(edited((given) => Object.assign(given, { note: 'x' }))).toEqual(['note'])
  })

  test('never fails on what is no protocol', () => {
    const paths = leavesOf(protocol)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(5), fc.jsonValue(), (path, depth, value) => {
        const changed = copy()
        put(changed, path.slice(0, depth + 1), value)
        expect(Array.isArray(replayLot(changed))).toBe(true)
      }),
      { numRuns: 400, seed: 5 },
    )
  })

  test('another secret or public value draws others; reserves are others than members and within the load', () => {
    const panels = new Set<string>()
    for (let value = 0; value < 30; value += 1) {
      const { chosen, shares } = drawnContestLot('тайна', String(value))
      panels.add(JSON.stringify(chosen))
      const places = new Map<number, number>()
      for (const { members, reserve } of chosen) {
        const all = [...members, ...reserve]
        expect(new Set(all).size).toBe(4)
        for (const row of all) places.set(row, (places.get(row) ?? 0) + 1)
      }
      // whoever has a probability is expected in one work, and stands in no more
      for (const [row, count] of places)
        if (shares.works.some((work) => work.shares.some((one) => one.row === row)))
          expect(count).toBeLessThanOrEqual(1)
    }
    expect(panels.size).toBeGreaterThan(10)
  })

  test('is replayed by a fresh process from the file alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'))
    const file = (name: string, value: unknown) => {
      writeFileSync(join(folder, name), JSON.stringify(value))
      return join(folder, name)
    }
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'app/web/commands/panels-replay.ts', ...args])
    try {
      const whole = await run(file('whole.json', { demo: 'демо', sha256: protocol.sha256, protocol }))
      expect(whole.stdout).toContain('Жребий воспроизводится')
      const { draw: _draw, people: _people, ...rest } = copy()
      const announced = await run(file('announced.json', resealed({ ...rest, chosen: [] })))
      expect(announced.stdout).toContain('ещё не проведён')
      await expect(
        run(file('other.json', { ...copy(), chosen: copy().chosen.reverse() })),
      ).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('chosen[0].code: жребий даёт здесь другое'),
      })
      await expect(run(file('cut.json', { ...copy(), shares: null }))).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('shares: строки нет'),
      })
      await expect(run(file('no.json', { protocol: copy(), sha256: 'x' }), '--json')).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining('"at":"sha256"'),
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)
})
