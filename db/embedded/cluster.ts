/** The data folder of the embedded server: made once, in one step, and refused when another PostgreSQL made it. */
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from '#content/messages/ru/start.ts'
import { StartFailure } from '#db/failure.ts'
import type { Binaries } from './binaries.ts'
import { chooseIdentity, type Identity } from './identity.ts'

export const clusterIn = (dataDir: string) => join(dataDir, 'postgres')

export const clusterExists = (dataDir: string) => existsSync(join(clusterIn(dataDir), 'PG_VERSION'))

/**
 * LC_CTYPE must be a UTF-8 one, or pg_trgm silently finds no trigrams in Cyrillic text; ICU gives Russian order.
 * Both are said explicitly, so that the caller's environment has no part in it.
 */
const LOCALE = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=ru-RU', '--locale=C.UTF-8']

/** Creates the cluster beside its final place and then renames it: an interrupted start leaves nothing half-made. */
export function initialise(binaries: Binaries, dataDir: string, password: string): Identity {
  const draft = join(dataDir, 'postgres.new')
  const passwordFile = join(dataDir, 'postgres.pw')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const identity = chooseIdentity(binaries, draft)
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    give(identity, draft, passwordFile)
    const { file, args } = identity.command(binaries.initdb, [
      ...['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...LOCALE,
    ])
    const made = spawnSync(file, args, {
      ...identity.options,
      cwd: '/',
      env: environment(),
      encoding: 'utf8',
    })
    if (made.status !== 0) throw new StartFailure(start.refused(`${made.error ?? ''}${made.stderr}`.trim()))
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, clusterIn(dataDir))
  return identity
}

/** Refuses data of another major version: its files cannot be read by our server. */
export function assertSameMajor(binaries: Binaries, dataDir: string) {
  const found = readFileSync(join(clusterIn(dataDir), 'PG_VERSION'), 'utf8').trim()
  const told = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' })
  const ours = told.stdout?.match(/(\d+)\.\d+/)?.[1]
  if (!ours)
    throw new StartFailure(start.binaries((told.stderr || String(told.error)).trim().split('\n')[0] ?? ''))
  if (found !== ours) throw new StartFailure(start.major(clusterIn(dataDir), found, ours))
}

/** Nothing of the caller's environment (PGDATA, LC_ALL, TZ) may change what the server does. */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  NODE_ENV: 'production',
})

function give({ uid, gid }: Identity, ...paths: string[]) {
  if (uid === undefined || gid === undefined) return
  for (const path of paths) chownSync(path, uid, gid)
}
