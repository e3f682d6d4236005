/**
 * The embedded PostgreSQL: everything a newcomer's machine needs for `npm start`.
 *
 * One folder holds it all: the cluster, its passwords and port (`database.json`), its journal and a lock.
 * The bootstrap superuser does one thing, creating the owner and the database; the platform itself never is one.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { start } from '#content/messages/ru/start.ts'
import { findBinaries } from './embedded/binaries.ts'
import { assertSameMajor, clusterExists, clusterIn, initialise } from './embedded/cluster.ts'
import { chooseIdentity } from './embedded/identity.ts'
import { holderOf, takeLock } from './embedded/lock.ts'
import { readSecrets, type Secrets, secretsOf, settlePort } from './embedded/secrets.ts'
import { clearLeftover, startServer } from './embedded/server.ts'
import { reasonOf, StartFailure } from './failure.ts'

export type Embedded = {
  /** The bootstrap superuser on database `postgres`: for tests and repairs only. */
  adminUrl: string
  /** `rses_owner`, who owns the database `rses` and everything in it, and may create roles. */
  ownerUrl: string
  stop: () => Promise<void>
}

type Options = { dataDir: string; log: (line: string) => void; fast?: boolean }

/** Starts the server over `dataDir`, creating what is missing. `fast` gives up durability: for tests only. */
export async function startEmbedded({ dataDir, log, fast = false }: Options): Promise<Embedded> {
  const folder = resolve(dataDir)
  makeWritable(folder)
  const release = takeLock(folder)
  try {
    const binaries = await findBinaries()
    const existed = clusterExists(folder)
    if (existed) {
      assertSameMajor(binaries, folder)
      await clearLeftover(folder, log)
    }
    log(existed ? start.step.database : start.step.initialise)
    const secrets = await settlePort(folder, await secretsOf(folder, existed))
    const identity = existed
      ? chooseIdentity(binaries, clusterIn(folder))
      : initialise(binaries, folder, secrets.superuser)
    const urls = urlsOf(secrets)
    const given = { binaries, identity, dataDir: folder, port: secrets.port, fast }
    const server = await startServer(given, urls.adminUrl)
    await ensureDatabase(urls.adminUrl, secrets.owner)
    return { ...urls, stop: () => server.stop().finally(release) }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * For commands: joins the server of a running instance, or starts one for the time of the command.
 * `stop` leaves a joined server running.
 */
export async function joinEmbedded(options: Options): Promise<Embedded> {
  const folder = resolve(options.dataDir)
  if (holderOf(folder) === null) return startEmbedded(options)
  return { ...urlsOf(readSecrets(folder)), stop: async () => {} }
}

function urlsOf({ port, superuser, owner }: Secrets) {
  return {
    adminUrl: `postgres://postgres:${superuser}@127.0.0.1:${port}/postgres`,
    ownerUrl: `postgres://rses_owner:${owner}@127.0.0.1:${port}/rses`,
  }
}

/** Creates the owner and the database where missing; a start interrupted half-way is completed by the next. */
async function ensureDatabase(adminUrl: string, ownerPassword: string) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'rses_owner'`
    if (!role) await sql.unsafe(`create role rses_owner login createrole password '${ownerPassword}'`)
    const [database] = await sql`select 1 from pg_database where datname = 'rses'`
    if (!database) await sql.unsafe('create database rses owner rses_owner')
  } finally {
    await sql.end()
  }
}

function makeWritable(folder: string) {
  const probe = join(folder, `.probe.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new StartFailure(start.folder(folder, reasonOf(error)))
  }
}
