/**
 * A protocol that somebody changed by hand: every leaf of every format, one at a time, in a protocol alone and in a file as
 * the site sends it. And each format replays in a process of its own, from the file alone.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { type AnyProtocol, replayFile, replaySelection } from '#app/domain/panels/replaying.ts'
import { closeSolver } from '#app/domain/panels/solver/solver.server.ts'
import { everyProtocol } from '#test/support/every-protocol.ts'

type Path = (string | number)[]
const names = [
  ...['lot of format 1', 'best of format 1', 'hand of format 1', 'lot of format 2', 'best of format 2'],
  ...['lot of format 3', 'best of format 3', 'best of format 3 with closed data', 'hand of format 3'],
]
let protocols: Record<string, AnyProtocol>
beforeAll(async () => {
  protocols = await everyProtocol()
})
afterAll(closeSolver)

const protocolOf = (name: string): AnyProtocol => {
  const protocol = protocols[name]
  if (!protocol) throw new Error(name)
  return JSON.parse(JSON.stringify(protocol))
}
/** As the site sends it. */
const fileOf = (protocol: AnyProtocol) => ({
  sha256: protocol.format === 1 ? digestHex(canonicalJson(protocol)) : protocol.sha256,
  protocol,
})

test('every format is here', () => {
  expect(Object.keys(protocols).sort()).toEqual([...names].sort())
})

describe.each(names)('%s', (name) => {
  test('holds alone and as a file', () => {
    expect(replaySelection(protocolOf(name))).toEqual([])
    expect(replayFile(JSON.parse(JSON.stringify(fileOf(protocolOf(name))))).faults).toEqual([])
  })

  test('names the line of any leaf that was changed, and of any that is gone', () => {
    const paths = leavesOf(protocolOf(name))
    expect(paths.length).toBeGreaterThan(60)
    for (const path of paths)
      for (const edit of [changeAt, removeAt]) {
        const file = JSON.parse(JSON.stringify(fileOf(protocolOf(name))))
        edit(file.protocol, path)
        const said = replayFile(file).faults.map(({ at }) => at)
        expect(said, path.join('.')).not.toEqual([])
        if (said[0] === 'format') continue
        expect(said, path.join('.')).toContain('sha256')
        if (!isFree(name, path)) expect(said.some(named(path)), `${path.join('.')}: ${said}`).toBe(true)
      }
  })
})

/** The line that stands for a leaf: the list and the rules have a hash of their own, a lottery too. */
const named = (path: Path) => (at: string) => {
  const [line, place] = path
  if (line === 'candidates' || line === 'rules') return at === 'candidatesSha256'
  if (line === 'chosen') return at.startsWith(`chosen[${place}]`)
  if (line === 'lottery') return at === 'lotterySha256'
  if (['panel', 'previous', 'announcedAt', 'source', 'commitment'].includes(String(line)))
    return ['announcement', 'sha256'].includes(at)
  if (line === 'lot') return ['lot.commitment', 'lot.seed', 'lot.source'].includes(at)
  if (line === 'waived' && at.startsWith('rules.')) return true
  return at === line || at === path.join('.')
}

/** Lines that nothing else in the protocol could contradict: only the hash of the whole tells of them. */
function isFree(name: string, [line, , key]: Path): boolean {
  if (['panel', 'selectedAt', 'refusal', 'closed'].includes(String(line))) return true
  // Format 1 has no salts of those chosen.
  if (name.includes('format 1') && (key === 'person' || line === 'lot')) return true
  if (name === 'hand of format 1' && line === 'chosen') return true
  // What somebody chose by hand, or with closed data, has no order that could be reckoned anew.
  const isReckoned = !name.startsWith('hand') && !name.includes('closed')
  if (line === 'chosen') return !isReckoned && key !== 'row' && key !== 'salt' && key !== 'person'
  return !isReckoned && line === 'best'
}

test('each is replayed by a process of its own, from the file alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'))
  const run = async (name: string, given: unknown) => {
    const path = join(folder, `${name}.json`)
    writeFileSync(path, JSON.stringify(given))
    const args = ['--import', 'tsx', 'app/web/commands/panels-replay.ts', path, '--json']
    return promisify(execFile)(process.execPath, args)
  }
  try {
    for (const name of names) {
      const whole = await run(name, fileOf(protocolOf(name)))
      expect(JSON.parse(whole.stdout), name).toEqual({ holds: true, faults: [] })
    }
    const other = protocolOf('best of format 3')
    other.chosen.reverse()
    await expect(run('other', other)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('chosen[0]'),
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 90_000)

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
}

const holderOf = (value: unknown, path: Path) =>
  path.slice(0, -1).reduce((at: unknown, key) => (at as Record<string, unknown>)[key], value)

function changeAt(value: unknown, path: Path) {
  const holder = holderOf(value, path) as Record<string, unknown>
  const key = String(path.at(-1))
  const old = holder[key]
  holder[key] = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${old}0`
}

function removeAt(value: unknown, path: Path) {
  const holder = holderOf(value, path)
  if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1)
  else delete (holder as Record<string, unknown>)[String(path.at(-1))]
}
