/**
 * Choices reckoned aside: one warm thread, so that a list on which the search is long does not keep everybody waiting.
 *
 *   const outcome = await reckoned('selectLimited', rows, rules, rate)
 *
 * The thread starts with the first question, does not keep a process alive, ends after some idle minutes, and is replaced
 * when it dies. Its code is bundled from the sources, as that of the solver is.
 */
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import type { Answer, Asked } from './reckoner.ts'
import type { tasks } from './tasks.ts'

const ENTRY = 'app/domain/panels/requests/reckoner.ts'
const IDLE_MS = 120_000
const PATIENCE_MS = 120_000

type Tasks = typeof tasks
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void; clock: NodeJS.Timeout }

const waiting = new Map<number, Waiting>()
let worker: Promise<Worker> | null = null
let idle: NodeJS.Timeout | null = null
let next = 1

/** The answer of the pure function of that name. */
export async function reckoned<K extends keyof Tasks>(
  task: K,
  ...args: Parameters<Tasks[K]>
): Promise<ReturnType<Tasks[K]>> {
  worker ??= started()
  const thread = await worker
  if (idle) clearTimeout(idle)
  thread.ref()
  const id = next++
  const answer = new Promise<unknown>((resolve, reject) => {
    const clock = setTimeout(() => fail(thread, new Error(`no answer to ${task} in time`)), PATIENCE_MS)
    waiting.set(id, { resolve, reject, clock })
    const asked: Asked = { id, task, args }
    thread.postMessage(asked)
  })
  return (await answer) as ReturnType<Tasks[K]>
}

/** Ends the thread; the next question starts another. */
export async function closeReckoning(): Promise<void> {
  const thread = await worker?.catch(() => null)
  worker = null
  await thread?.terminate()
}

async function started(): Promise<Worker> {
  try {
    const thread = new Worker(await bundle(), { eval: true, execArgv: [] })
    thread.on('message', (answer: Answer) => heard(thread, answer))
    thread.on('error', (error) => fail(thread, error instanceof Error ? error : new Error(String(error))))
    thread.once('exit', () => fail(thread, new Error('the thread of choices ended')))
    return thread
  } catch (error) {
    worker = null
    throw error
  }
}

function heard(thread: Worker, answer: Answer) {
  const one = waiting.get(answer.id)
  waiting.delete(answer.id)
  if (one) clearTimeout(one.clock)
  if ('fault' in answer) one?.reject(new Error(answer.fault))
  else one?.resolve(answer.value)
  if (waiting.size > 0) return
  thread.unref()
  idle = setTimeout(() => void closeReckoning(), IDLE_MS).unref()
}

/** Everybody who waits is told; the next question starts another thread. */
function fail(thread: Worker, error: Error) {
  worker = null
  for (const { reject, clock } of waiting.values()) {
    clearTimeout(clock)
    reject(error)
  }
  waiting.clear()
  void thread.terminate()
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
