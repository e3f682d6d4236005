/**
 * The part of `panels` that assigns: instance A by the command in fresh processes, one panel with its explanation, the
 * smallest relaxation, ten times the registry; beside them the best peer's own objective on the same instance.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requestOf } from '#app/domain/panels/assignment/asking.ts'
import { brokenIn, unitsOf } from '#app/domain/panels/assignment/certificate.ts'
import { pricesOf, whyNotOf, whyOf } from '#app/domain/panels/assignment/explaining.ts'
import type { Instance } from '#app/domain/panels/assignment/instance.ts'
import { bestPanel, type Candidate, type PanelRules } from '#app/domain/panels/assignment/one-panel.ts'
import { readInstance } from '#app/domain/panels/assignment/reading.ts'
import { relaxation } from '#app/domain/panels/assignment/relaxing.ts'
import { type Figure, progress } from './figures.ts'
import { makeInstance, SEED } from './panel-instances.ts'
import { peerPanels } from './panel-peer.ts'

const [PEOPLE, SUBMISSIONS, SEATS] = [3862, 200, 3]
const QUOTAS = { 'max-per': 'organisation=1,municipality=1', 'min-high': '1' }
const MEASURE = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write('used ' + (user + system) / 1e6 + ' ' + process.resourceUsage().maxRSS / 1024)
})`)}`

interface Ran {
  status: string
  total: number
  assignment: number[][]
  cpu: number
  megabytes: number
}

export function assignFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'panels-'))
  try {
    return figures(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function figures(folder: string): Figure[] {
  const made = makeInstance(PEOPLE, SUBMISSIONS)
  const file = join(folder, 'a.json')
  writeFileSync(file, JSON.stringify(made))
  const instance = readInstance(made)
  const seats = SUBMISSIONS * SEATS
  progress('instance A, three seats each')
  const plain = run(file, { k: '3', cap: '5' })
  const five = run(file, { k: '5', cap: '5' })
  progress('instance A under three quotas')
  const quotas = run(file, { k: '3', cap: '5', ...QUOTAS })
  progress('one panel, with its explanation')
  const milliseconds = interactive(instance)
  progress('relaxations')
  const relaxed = relaxations(instance)
  progress("the peer's objective")
  const peer = peerPanels(instance, SEATS)
  progress('ten times the registry')
  const large = join(folder, 'large.json')
  writeFileSync(large, JSON.stringify(makeInstance(PEOPLE * 10, SUBMISSIONS * 10)))
  const tenfold = run(large, { k: '3', cap: '5' })

  const about = { bench: 'panels', seed: String(SEED), n: SUBMISSIONS }
  const figure = (metric: string, value: number, unit: string, rest: Partial<Figure> = {}): Figure => {
    const { target, atLeast } = rest
    const ok = target === undefined ? undefined : atLeast ? value >= target : value <= target
    return { ...about, metric, value, unit, ...(ok === undefined ? {} : { ok }), ...rest }
  }
  const [own, peers] = [zeros(instance, placesOf(instance, plain.assignment)), zeros(instance, peer)]
  const peerTotal = sum(unitsOf(instance, peer))
  return [
    figure('A, 3 seats: fit', plain.total, '', {
      target: 55_022,
      ok: plain.total === 55_022 && proven(plain),
    }),
    figure('A, 3 seats: time of the command', plain.cpu, 'CPU s', { target: 2 }),
    figure('A, 3 seats: memory of the command', plain.megabytes, 'MB', { target: 150 }),
    figure('A, 5 seats: fit', five.total, '', { target: 89_497, ok: five.total === 89_497 && proven(five) }),
    figure('A, three quotas: fit', quotas.total, '', { target: 54_854, atLeast: true }),
    figure('A, three quotas: violations', violations(instance, quotas), '', { target: 0 }),
    figure('A, three quotas: time of the command', quotas.cpu, 'CPU s', { target: 8 }),
    figure('A, three quotas: memory of the command', quotas.megabytes, 'MB'),
    figure('seats without competence', own, '', { target: 0 }),
    figure('one panel with quotas and explanation, p95', milliseconds, 'ms', { target: 150 }),
    figure('smallest relaxation, slowest', relaxed, 'CPU s', { target: 2 }),
    figure('10×: time of the command', tenfold.cpu, 'CPU s', {
      floor: plain.cpu,
      ratio: tenfold.cpu / plain.cpu,
    }),
    figure('10×: memory of the command', tenfold.megabytes, 'MB', {
      floor: plain.megabytes,
      ratio: tenfold.megabytes / plain.megabytes,
    }),
    figure('10×: mean fit', tenfold.total / (seats * 10), '', { ok: proven(tenfold), n: SUBMISSIONS * 10 }),
    figure('mean fit (beside: the best peer)', plain.total / seats, '', {
      floor: peerTotal / seats,
      ratio: plain.total / peerTotal,
    }),
    figure('seats without competence, of 100 (beside: the best peer)', (own / seats) * 100, '%', {
      floor: (peers / seats) * 100,
    }),
  ]
}

/** The command in a process of its own; its time and memory with everything that starting costs. */
function run(file: string, asked: Record<string, string>): Ran {
  const flags = Object.entries(asked).flatMap(([name, value]) => [`--${name}`, value])
  const command = [
    '--import',
    'tsx',
    '--import',
    MEASURE,
    'app/web/commands/panels-assign.ts',
    file,
    '--json',
  ]
  const { stdout, stderr } = spawnSync(process.execPath, [...command, ...flags], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const [, cpu, megabytes] = /used ([\d.]+) ([\d.]+)/.exec(stderr) ?? []
  if (!stdout) throw new Error(stderr)
  return { ...JSON.parse(stdout), cpu: Number(cpu), megabytes: Number(megabytes) }
}

const proven = ({ status }: Ran) => status === 'optimal'
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

function placesOf({ expertIds }: Instance, assignment: readonly (readonly number[])[]): number[][] {
  const places = new Map(expertIds.map((id, at) => [id, at]))
  return assignment.map((panel) => panel.map((id) => places.get(id) ?? -1))
}

function violations(instance: Instance, { assignment }: Ran): number {
  const request = requestOf(instance, { k: '3', cap: '5', ...QUOTAS })
  return brokenIn(instance, request, placesOf(instance, assignment)).length
}

function zeros(instance: Instance, panels: readonly (readonly number[])[]): number {
  const row = new Float64Array(instance.experts)
  return sum(panels.map((panel, j) => panel.filter((i) => instance.unitsInto(j, row)[i] === 0).length))
}

/** Milliseconds, p95 over all submissions: the best panel of five, what each quota costs, why each member, why not one. */
function interactive(instance: Instance): number {
  const made = makeInstance(PEOPLE, SUBMISSIONS)
  const row = new Float64Array(instance.experts)
  const times: number[] = []
  for (const [j, { dirs }] of made.subs.entries()) {
    const closed = new Set(instance.conflicts[j])
    instance.unitsInto(j, row)
    const rows = made.experts.flatMap((expert, i): Candidate[] => {
      const points = row[i] ?? 0
      if (points === 0 || closed.has(i)) return []
      const high = dirs.some((topic) => (expert.dirs[topic] ?? 0) >= 90)
      const directions = Object.keys(expert.dirs)
      return [
        { row: i, organisation: expert.org + 1, municipality: expert.mun + 1, directions, points, high },
      ]
    })
    const directions = dirs.map((topic) => ({ code: String(topic), minimum: 1 }))
    const rules: PanelRules = {
      size: 5,
      maxPerOrganisation: 1,
      maxPerMunicipality: 1,
      directions,
      minHigh: 2,
    }
    const began = performance.now()
    const best = bestPanel(rows, rules)
    if (!best) throw new Error(`submission ${j} has no panel`)
    pricesOf(rows, rules, best)
    for (const member of best.members) whyOf(rows, rules, best, member)
    const other = rows.find((one) => !best.members.includes(one))
    if (other) whyNotOf(rows, rules, best, other)
    times.push(performance.now() - began)
  }
  // the first few are before the code is warm
  const warm = times.slice(20).sort((a, b) => a - b)
  return warm[Math.floor(warm.length * 0.95)] ?? Number.NaN
}

function relaxations(instance: Instance): number {
  const asked = [
    { k: '60', cap: '5', 'max-per': 'municipality=1' },
    { k: '20', cap: '1' },
    { k: '8', cap: '1', ...QUOTAS, 'min-high': '4' },
  ]
  const times = asked.map((one) => {
    const began = process.cpuUsage()
    relaxation(instance, requestOf(instance, one))
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  })
  return Math.max(...times)
}
