/**
 * `npm run --silent panels:replay -- PROTOCOL.json [--json]`: recomputes a selection from its protocol alone.
 * Exit 0 when every line holds, 1 with the lines that do not, 2 for what is no protocol.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ContestLot } from '#app/domain/panels/contests/lots/protocol.ts'
import { isContestLot, lotOf, replayLotFile } from '#app/domain/panels/contests/lots/replaying.ts'
import { type AnyProtocol, replayFile } from '#app/domain/panels/replaying.ts'
import { panelsReplay as words } from '#content/messages/ru/panels-lottery.ts'

const { path, json } = asked()
const given = read(path)
if (isContestLot(lotOf(given))) replayContest(given)
const { protocol, faults } = replayFile(given)
if (json) console.log(JSON.stringify({ holds: faults.length === 0, faults }))
if (faults.some(({ code }) => code === 'format')) refuse(words.fault(path, 'format'))
if (faults.length > 0) {
  for (const { at, code } of faults) console.error(words.fault(at, code))
  process.exit(1)
}
if (!json) console.log(summary(protocol as AnyProtocol))

/** A lot for all works of a contest (format 4). */
function replayContest(file: unknown): never {
  const { lot, faults } = replayLotFile(file)
  if (json) console.log(JSON.stringify({ holds: faults.length === 0, faults }))
  for (const { at, code } of faults) console.error(words.lotFault(at, code))
  if (faults.length > 0) process.exit(1)
  const { candidates, shares, draw } = lot as ContestLot
  if (!json) console.log(words.lot(shares.works.length, candidates.length, draw !== undefined))
  process.exit(0)
}

function summary(protocol: AnyProtocol): string {
  const people = protocol.candidates.length
  if (protocol.chosen.length === 0) return words.announced(people)
  const members = protocol.chosen.filter(({ standing }) => standing === 'member').length
  const holds = words.holds(members, people, protocol.method)
  if (protocol.format === 1 || protocol.method !== 'best') return holds
  return `${holds}\n${protocol.best.proven ? words.proven : words.unproven}`
}

function asked() {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { positionals, values } = parseArgs({ options, allowPositionals: true })
    const [path, ...more] = positionals
    if (!path || more.length > 0) return refuse(words.help)
    return { path, json: values.json }
  } catch {
    return refuse(words.help)
  }
}

function read(path: string): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return refuse(words.unreadable(path))
  }
  try {
    return JSON.parse(text)
  } catch {
    return refuse(words.notJson(path))
  }
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}
