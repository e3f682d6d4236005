/**
 * The life of a process: parts are stopped in the reverse order of their start, on a signal or on a failed start.
 *
 * What is known to go wrong is told to the operator in one line, without a stack; anything else is a defect and
 * shows its stack. Either way the exit code is not 0.
 */
import { createServer, type Server } from 'node:http'
import { start } from '#content/messages/ru/start.ts'
import { ContentError } from '#content/source.ts'
import { codeOf, StartFailure } from '#db/failure.ts'
import type { Config } from './config.ts'

/** How long requests under way may take to finish; and after which a hanging stop is given up. */
const REQUESTS_MS = 5_000
const HANGING_MS = 30_000
/** Within this a second signal is the first one's echo: npm passes on the Ctrl-C that the terminal has sent to us, too. */
const ECHO_MS = 1_000

export type Lifecycle = {
  /** Registers how to stop what has just been started. */
  onStop: (stop: () => Promise<unknown>) => void
  /** Stops everything registered, last first, once. */
  stop: () => Promise<void>
}

/**
 * Runs `main` as the life of this process: SIGINT, SIGTERM and SIGHUP stop it in order, a second signal after a moment at once.
 * A failure of `main` is told and ends the process with code 1.
 */
export async function live(main: (life: Lifecycle) => Promise<void>): Promise<void> {
  const life = makeLifecycle()
  let stopping: number | null = null
  let started = false
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (stopping !== null) {
        if (performance.now() - stopping < ECHO_MS) return
        process.exit(code)
      }
      stopping = performance.now()
      // What the start had under way loses its connections, and the driver throws in a callback of its own: the stop goes on.
      if (!started) process.on('uncaughtException', () => {})
      console.log(start.step.stopping)
      setTimeout(() => process.exit(code), HANGING_MS).unref()
      life.stop().then(
        () => {
          console.log(start.step.stopped)
          process.exit(0)
        },
        (error: unknown) => fail(error),
      )
    })
  }
  try {
    await main(life)
    started = true
  } catch (error) {
    // Stopping in the middle of the start breaks what was under way: that is no failure.
    if (stopping !== null) return
    tell(error)
    await life.stop().catch(tell)
    process.exit(1)
  }
}

/** The same order without signals: for commands and tests. */
export function makeLifecycle(): Lifecycle {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    const faults: unknown[] = []
    for (let next = stops.pop(); next; next = stops.pop()) {
      await next().catch((error: unknown) => faults.push(error))
    }
    if (faults.length > 0) throw faults[0]
  }
  return { onStop: (part) => void stops.push(part), stop }
}

/** Refuses a port that is taken before the long work of a start begins. */
export async function assertPortFree(config: Config): Promise<void> {
  if (config.role === 'worker') return
  const probe = createServer()
  await listen(probe, config)
  await new Promise((resolve) => probe.close(resolve))
}

/** Opens the port; resolves with its number, which the system chose when PORT is 0. */
export function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explainListen(error, port, host)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}

/** Accepts nobody new, lets requests under way finish for a while, then cuts what is left. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), REQUESTS_MS)
  await closed
  clearTimeout(cut)
}

function explainListen(error: unknown, port: number, host = ''): unknown {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return new StartFailure(start.port(port))
  if (code === 'EACCES') return new StartFailure(start.portRight(port))
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartFailure(start.host(host))
  return error
}

function fail(error: unknown): never {
  tell(error)
  process.exit(1)
}

/** Says what went wrong: one line for what is known, the whole stack for a defect. */
export function tell(error: unknown) {
  const known = error instanceof StartFailure || error instanceof ContentError
  console.error(known ? error.message : error)
}
