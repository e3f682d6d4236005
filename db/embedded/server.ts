/** The embedded server's process: started in a group of its own, awaited, stopped; and a leftover one put away. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { start } from '#content/messages/ru/start.ts'
import { codeOf, StartFailure } from '#db/failure.ts'
import type { Binaries } from './binaries.ts'
import { clusterIn, environment } from './cluster.ts'
import type { Identity } from './identity.ts'
import { birthOf, commandOf, ended } from './processes.ts'

const PATIENCE_S = 120
const GRACE_MS = 10_000

export type Server = { stop: () => Promise<void> }

type Given = { binaries: Binaries; identity: Identity; dataDir: string; port: number; fast: boolean }

/** Starts the server and resolves when it answers `adminUrl`. */
export async function startServer(given: Given, adminUrl: string): Promise<Server> {
  for (let attempt = 0; ; attempt++) {
    const child = launch(given)
    const killWithUs = () => child.kill('SIGINT')
    process.once('exit', killWithUs)
    const failure = await ready(child, adminUrl, logIn(given.dataDir))
    if (!failure) return { stop: () => stop(child, killWithUs) }
    process.off('exit', killWithUs)
    // After a crash of the whole machine's session its last backends need a moment to notice.
    if (!failure.includes('pre-existing shared memory') || attempt > 20) throw new StartFailure(failure)
    await pause(500)
  }
}

const logIn = (dataDir: string) => join(dataDir, 'postgres.log')

function launch({ binaries, identity, dataDir, port, fast }: Given): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  const { file, args } = identity.command(binaries.postgres, [
    ...['-D', clusterIn(dataDir), '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  const journal = openSync(logIn(dataDir), 'w', 0o600)
  try {
    // A group of its own: Ctrl-C in the terminal reaches Node first, and Node stops the server last.
    return spawn(file, args, {
      ...identity.options,
      ...{ cwd: '/', env: environment(), detached: true, stdio: ['ignore', journal, journal] },
    })
  } finally {
    closeSync(journal)
  }
}

/** Null when the server answers; otherwise why it does not. */
async function ready(child: ChildProcess, adminUrl: string, journal: string): Promise<string | null> {
  let broken = ''
  child.once('error', (error) => {
    broken = error.message
  })
  for (const until = Date.now() + PATIENCE_S * 1000; Date.now() < until; ) {
    if (broken || child.exitCode !== null || child.signalCode !== null) {
      return start.refused(broken || readFileSync(journal, 'utf8').trim().split('\n').slice(-5).join('\n'))
    }
    if (await answers(adminUrl)) return null
    await pause(25)
  }
  child.kill('SIGINT')
  return start.slow(PATIENCE_S)
}

async function answers(adminUrl: string) {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    // 57P03: the server is starting up or recovering. Anything else is told by the process itself or is a defect.
    if (
      ['ECONNREFUSED', 'ECONNRESET', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P03'].includes(
        codeOf(error) ?? '',
      )
    ) {
      return false
    }
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** SIGINT rolls open transactions back and checkpoints; what does not end by then is told harder. */
async function stop(child: ChildProcess, killWithUs: () => void) {
  process.off('exit', killWithUs)
  // ended by itself, or by somebody's signal: nothing is left to wait for
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const harder = (['SIGQUIT', 'SIGKILL'] as const).map((signal, turn) =>
    setTimeout(() => child.kill(signal), GRACE_MS * (turn + 1)),
  )
  child.kill('SIGINT')
  await gone
  for (const timer of harder) clearTimeout(timer)
}

/** Stops a server that outlived its Node process (kill -9), and disarms a pid file whose process is gone. */
export async function clearLeftover(dataDir: string, log: (line: string) => void) {
  const pidFile = join(clusterIn(dataDir), 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(pidFile, 'utf8').split('\n')
  } catch {
    return
  }
  const pid = Number(lines[0])
  if (pid && birthOf(pid) !== null && commandOf(pid).includes('postgres')) {
    log(start.step.leftover)
    await stopLeftover(pid)
    return
  }
  // A zombie, or a stranger who got the number: PostgreSQL would take either for its own. It passes over the number
  // of its parent, which is us, and goes on to check that no old backend still holds the shared memory.
  if (existsSync(pidFile)) writeFileSync(pidFile, [process.pid, ...lines.slice(1)].join('\n'))
}

async function stopLeftover(pid: number) {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      break
    }
    if (await ended(pid, GRACE_MS)) return
  }
  if (birthOf(pid) !== null) throw new StartFailure(start.leftoverStays(pid))
}

// Never unref'd: while we wait for a server to come up, this timer is all that keeps the process alive.
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
