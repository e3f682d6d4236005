/**
 * `npm run --silent panels:replay -- PROTOCOL.json [--json]`: recomputes a selection from its protocol alone.
 * Exit 0 when every line holds, 1 with the lines that do not, 2 for what is no protocol.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type AnyProtocol, type Fault, replayFile } from '#app/domain/panels/replaying.ts'

const usage = 'usage: npm run --silent panels:replay -- PROTOCOL.json [--json]'
const meanings: Record<Fault['code'], string> = {
  format: 'no protocol of a known format',
  list: 'not the hash of what stands in the protocol',
  commitment: 'not the hash of the secret that was published before',
  announcement: 'not what was announced before the draw',
  seed: 'not made of the secret and the public value',
  choice: 'not what the rules and the draw give',
  quota: 'breaks a rule of the composition',
  weight: 'weights are fractions in lowest terms above zero that sum to one',
  probability: 'not the sum of the weights of the panels with this person',
  person: 'the number does not belong to this row',
  hash: 'not the hash of the protocol: some line was changed',
}

const { path, json } = asked()
const { protocol, faults } = replayFile(read(path))
if (json) console.log(JSON.stringify({ holds: faults.length === 0, faults }))
if (faults.some(({ code }) => code === 'format')) refuse(`${path}: ${meanings.format}`)
if (faults.length > 0) {
  for (const { at, code } of faults) console.error(`${at}: ${meanings[code]}`)
  process.exit(1)
}
if (!json) console.log(summary(protocol as AnyProtocol))

function summary(protocol: AnyProtocol): string {
  const people = protocol.candidates.length
  if (protocol.chosen.length === 0) return `announced, not drawn yet: ${people} people; every line holds`
  const members = protocol.chosen.filter(({ standing }) => standing === 'member').length
  return `the protocol holds: ${members} of ${people} people, method ${protocol.method}`
}

function asked() {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { positionals, values } = parseArgs({ options, allowPositionals: true })
    const [path, ...more] = positionals
    if (!path || more.length > 0) return refuse(usage)
    return { path, json: values.json }
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function read(path: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)))
  } catch (error) {
    return refuse(`${path}: ${error instanceof Error ? error.message : error}`)
  }
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}
