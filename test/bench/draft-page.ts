/**
 * `draft-page`: the reading page of a draft of 100 pages with 2,000 remarks, as a whole answer, against the page floor.
 *
 * One run, one database, no compression on either side; CPU of the serving Node process, bytes of the document, and
 * the JavaScript that a reader's browser fetches for it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { startSite } from '#test/support/process.ts'
import { compare, type Subject } from './cpu.ts'
import { type Figure, progress, ratioFigure } from './figures.ts'
import { longDraft } from './long-draft.ts'
import { signedIn, startFloor } from './servers.ts'
import { scriptWeight } from './weight.ts'

const SIZE = { pages: 100, remarks: 2000 }
const N = 8
const about = { bench: 'draft-page', seed: 'concept', n: N }

export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rses-bench-'))
  progress('starting a demo')
  const cluster = await startEmbedded({ dataDir: folder, log: () => {}, fast: true })
  const site = await startSite({ databaseUrl: cluster.ownerUrl, env: { DEMO: '1' } })
  progress('making the draft')
  const owner = connect(cluster.ownerUrl, { max: 1 })
  const path = `/drafts/${await longDraft(owner.sql, SIZE)}`
  await owner.end()
  progress('starting the floor')
  const floor = await startFloor('draft-floor.ts', cluster.ownerUrl)
  try {
    const headers = { Cookie: await signedIn(cluster.ownerUrl) }
    const subjects: Subject[] = [
      { name: 'floor', pid: floor.pid, url: floor.url + path, headers },
      { name: 'signed in', pid: site.pid, url: site.url + path, headers },
      { name: 'guest', pid: site.pid, url: site.url + path },
    ]
    progress('measuring')
    return [...(await times(subjects)), await bytes(subjects), await scripts(site.url, path)]
  } finally {
    floor.kill()
    await site.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function times(subjects: Subject[]): Promise<Figure[]> {
  const cpu = await compare(subjects, { n: N, told: (round) => progress(`round ${round} is measured`) })
  const [base = 1, member = 0, guest = 0] = subjects.map(({ name }) => cpu.get(name))
  const figure = { ...about, unit: 'CPU ms', floor: base }
  return [
    ratioFigure({ ...figure, metric: 'page, signed in', value: member, target: 6 }),
    ratioFigure({ ...figure, metric: 'page, guest', value: guest, target: 1 }),
  ]
}

async function bytes([floor, member]: Subject[]): Promise<Figure> {
  const [base = 1, value = 0] = await Promise.all([floor, member].map(sizeOf))
  return ratioFigure({
    ...about,
    metric: 'bytes of the page',
    unit: 'kB',
    value,
    floor: base,
    target: 3,
    n: 1,
  })
}

async function sizeOf(subject: Subject | undefined): Promise<number> {
  const answer = await fetch(subject?.url ?? '', {
    headers: { Accept: 'text/html', 'Accept-Encoding': 'identity', ...subject?.headers },
  })
  return (await answer.arrayBuffer()).byteLength / 1000
}

async function scripts(site: string, path: string): Promise<Figure> {
  progress('weighing the scripts')
  const kB = (await scriptWeight(site, [path])).get(path) ?? Number.NaN
  return {
    ...about,
    metric: 'JavaScript for a reader',
    unit: 'kB gz',
    value: kB,
    target: 130,
    ok: kB <= 130,
    n: 1,
  }
}
