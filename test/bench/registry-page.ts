/**
 * `registry-page`: the first page and a filtered page of /experts as whole answers, against the page floor.
 *
 * One run, one database with the demo community, no compression on either side; CPU of the serving Node process.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#db/embedded.ts'
import { startSite } from '#test/support/process.ts'
import { compare, type Subject } from './cpu.ts'
import { type Figure, ratioFigure } from './figures.ts'
import { signedIn, startFloor } from './servers.ts'
import { scriptWeight } from './weight.ts'

const PAGES = { first: '/experts', filtered: '/experts?direction=poe&tier=regional' }
const N = 100
const READING = [
  '/',
  '/drafts',
  '/drafts/concept',
  '/experts',
  '/directions',
  '/documents',
  '/glossary',
  '/about',
  '/search?q=эксперт',
]
const about = { bench: 'registry-page', seed: 'demo', n: N }

export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rses-bench-'))
  const cluster = await startEmbedded({ dataDir: folder, log: () => {}, fast: true })
  const site = await startSite({ databaseUrl: cluster.ownerUrl, env: { DEMO: '1' } })
  const floor = await startFloor('floor.ts', cluster.ownerUrl)
  try {
    const cookie = await signedIn(cluster.ownerUrl)
    const figures = await pages({ site, floor, cookie })
    const weights = await scriptWeight(site.url, READING)
    for (const [path, kB] of weights) {
      figures.push({
        ...about,
        metric: `JavaScript of ${path}`,
        value: kB,
        unit: 'kB gz',
        target: 110,
        ok: kB <= 110,
        n: 1,
      })
    }
    return figures
  } finally {
    floor.kill()
    await site.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Servers {
  site: { url: string; pid: number }
  floor: { url: string; pid: number }
  cookie: string
}

async function pages({ site, floor, cookie }: Servers): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, path] of Object.entries(PAGES)) {
    const headers = { Cookie: cookie }
    const subjects: Subject[] = [
      { name: 'floor', pid: floor.pid, url: floor.url + path, headers },
      { name: 'signed in', pid: site.pid, url: site.url + path, headers },
      { name: 'guest', pid: site.pid, url: site.url + path },
    ]
    const cpu = await compare(subjects, { n: N })
    const [base = 1, member = 0, guest = 0] = subjects.map((subject) => cpu.get(subject.name))
    const figure = { ...about, unit: 'CPU ms', floor: base }
    figures.push(ratioFigure({ ...figure, metric: `${name} page, signed in`, value: member, target: 6 }))
    figures.push(ratioFigure({ ...figure, metric: `${name} page, guest`, value: guest, target: 1 }))
  }
  return figures
}
