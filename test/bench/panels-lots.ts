/** The part of `panels` that draws a contest by lot: 200 works × 3 under Q = 0.5, one of an organisation, in a fresh process. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, progress } from './figures.ts'
import { makeInstance, SEED } from './panel-instances.ts'

const [PEOPLE, WORKS] = [3862, 200]

export function lotFigures(): Figure[] {
  progress('a contest of 200 works by lot')
  const folder = mkdtempSync(join(tmpdir(), 'lots-'))
  try {
    const file = join(folder, 'a.json')
    writeFileSync(file, JSON.stringify(makeInstance(PEOPLE, WORKS)))
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'test/bench/lot-draw.ts', file],
      { encoding: 'utf8' },
    )
    if (!stdout) throw new Error(stderr)
    const ran = JSON.parse(stdout) as Record<
      'total' | 'probabilities' | 'draw' | 'broken' | 'megabytes',
      number
    >
    const about = { bench: 'panels', seed: String(SEED), n: WORKS }
    const name = (metric: string) => `contest by lot, Q = 0.5: ${metric}`
    return [
      { ...about, metric: name('expected fit'), value: ran.total, unit: '' },
      { ...about, metric: name('probabilities'), value: ran.probabilities, unit: 'CPU s' },
      { ...about, metric: name('one draw'), value: ran.draw, unit: 'CPU s', target: 1, ok: ran.draw <= 1 },
      {
        ...about,
        metric: name('rules broken'),
        value: ran.broken,
        unit: '',
        target: 0,
        ok: ran.broken === 0,
      },
      { ...about, metric: name('memory of the process'), value: ran.megabytes, unit: 'MB' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
