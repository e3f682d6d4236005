/**
 * `registry-search`: what the registry is asked, at 3,862 and at 100,000 experts, or at `--sizes=3862,100000,1000000`.
 *
 * Latency of the whole query as the page and the open interface ask it, on one connection, p50 and p95; the growth is p95
 * against that of the smallest size. Counts are reported apart: they have no target of growth.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ctx } from '#app/domain/ctx.ts'
import { countsOf } from '#app/domain/experts/counts.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { filterOf, type RegistryCursor } from '#app/domain/experts/registry.ts'
import { content } from '#content/load.ts'
import { connect } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { loadSubjects } from '#db/seed/reference.ts'
import { type Figure, progress } from './figures.ts'
import { makePeople, SEED } from './registry-people.ts'

const DAY = '2026-03-02'
const PAGE = 25
const SIZES = [3862, 100_000]
const N = 30

type Ask = (ctx: Ctx, at: number) => Promise<unknown>
interface Question {
  ask: Ask
  n: number
  /** growth of p95 from the smallest size that is still right */
  target?: number
}

export async function bench(flags: readonly string[]): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rses-bench-'))
  const cluster = await startEmbedded({ dataDir: folder, log: () => {}, fast: true })
  try {
    await migrateDatabase(cluster.ownerUrl)
    await teach(cluster.ownerUrl)
    const figures: Figure[] = []
    const smallest = new Map<string, number>()
    for (const size of sizesOf(flags)) {
      progress(`${size} experts are made`)
      await makePeople(cluster.adminUrl, size)
      progress(`${size} experts are asked about`)
      figures.push(...(await measured(cluster.ownerUrl, size, smallest)))
    }
    return figures
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function teach(url: string) {
  const connection = connect(url, { max: 1 })
  await loadSubjects(connection.db, content())
  await connection.end()
}

function sizesOf(flags: readonly string[]): number[] {
  const given = flags.find((flag) => flag.startsWith('--sizes='))?.slice('--sizes='.length)
  return given ? given.split(',').map(Number) : SIZES
}

async function measured(url: string, size: number, smallest: Map<string, number>): Promise<Figure[]> {
  const connection = connect(url, { max: 1 })
  const ctx: Ctx = {
    db: connection.db,
    actor: null,
    now: new Date(`${DAY}T09:00:00Z`),
    zone: content().instance.timezone,
  }
  const figures: Figure[] = []
  for (const [name, { ask, n, target }] of Object.entries(await questions(ctx))) {
    progress(name)
    const times = await timesOf(ctx, ask, n)
    const [p50, p95] = [at(times, 0.5), at(times, 0.95)]
    const about = { bench: 'registry-search', unit: 'ms', n, seed: String(SEED) }
    const base = smallest.get(name) ?? p95
    smallest.set(name, base)
    figures.push({ ...about, metric: `${name}, ${size}, p50`, value: p50 })
    const growth = p95 / base
    const judged = target === undefined ? {} : { target, ok: growth <= target }
    figures.push({
      ...about,
      metric: `${name}, ${size}, p95`,
      value: p95,
      floor: base,
      ratio: growth,
      ...judged,
    })
  }
  await connection.end()
  return figures
}

async function timesOf(ctx: Ctx, ask: Ask, n: number): Promise<number[]> {
  await ask(ctx, 0)
  const times: number[] = []
  for (let round = 1; round <= n; round += 1) {
    const began = performance.now()
    await ask(ctx, round)
    times.push(performance.now() - began)
  }
  return times.sort((one, other) => one - other)
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const subjects = ['mathematics', 'physics', 'literature', 'biology', 'history']
const typos = ['Ельцвоба Дарья', 'Ковшелова', 'Ивановилова', 'Шишазинна Вера', 'Бeлоделова', 'Орлокарва Анна']

async function questions(ctx: Ctx): Promise<Record<string, Question>> {
  const page = (query: string, after: RegistryCursor | null = null) => asked(ctx, query, after)
  const deep = (await page('', { name: ['Орлокалова', '', ''], number: 0 })).next
  const three = (round: number) =>
    `direction=bench-${1 + (round % 10)}&tier=regional&municipality=bench-${1 + (round % 43)}`
  return {
    'name with a typo': { n: N, target: 3, ask: (_, round) => page(`q=${typos[round % typos.length]}`) },
    'name in part': {
      n: N,
      target: 3,
      ask: (_, round) => page(`q=${['Ельцо', 'Шишазо', 'Вера Кова'][round % 3]}`),
    },
    'three filters': { n: N, target: 3, ask: (_, round) => page(three(round)) },
    'subject and town': {
      n: N,
      target: 3,
      ask: (_, round) =>
        page(`subject=${subjects[round % subjects.length]}&municipality=bench-${1 + (round % 43)}`),
    },
    'status that ended': {
      n: N,
      target: 3,
      ask: (_, round) => page(`status=former&subject=${subjects[round % subjects.length]}`),
    },
    'deep keyset page': { n: N, target: 3, ask: () => page('', deep) },
    'a past day as known then': { n: N, target: 3, ask: () => page('day=2025-01-01&known=2025-01-01') },
    'counts beside three filters': {
      n: 5,
      ask: (_, round) => counted(ctx, three(round)),
    },
    'counts beside no filter': {
      n: 3,
      ask: () => counted(ctx, ''),
    },
  }
}

/** As the registry does: a name in part first, then with typos. */
async function asked(ctx: Ctx, query: string, after: RegistryCursor | null) {
  const filter = filterOf(new URLSearchParams(query), DAY)
  return entriesAfter(ctx, filter, await matchingOf(ctx, filter), after, PAGE)
}

/** As the page counts: exactly up to its limits. */
async function counted(ctx: Ctx, query: string) {
  const filter = filterOf(new URLSearchParams(query), DAY)
  return countsOf(ctx, filter, await matchingOf(ctx, filter), content().settings.exactTo)
}
