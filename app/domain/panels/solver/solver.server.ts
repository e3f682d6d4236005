/**
 * The solver: one warm thread with HiGHS and a queue before it.
 *
 *   const { status, objective, bound, values, duals, basis } = await solve(model, { seconds, gap, start, basis }, signal)
 *
 * `model` is made by `ModelMaker` or by hand (`model.ts`); whole numbers → `bound` and no duals, none → duals a row.
 * `limit` = time ran out, `values` the best found or null. Rejects with `SolverFault`: `cancelled` by the signal,
 * `stuck` (no answer long after its time), `crashed` (twice, in fresh threads), `refused` (HiGHS does not take the model).
 *
 * The thread starts with the first model, does not keep a process alive, ends after some idle minutes or when its memory
 * has grown, and is replaced when it dies. Its code is bundled from the sources, so site, commands and tests run the same.
 */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import type { Answer, Asked } from './child.ts'
import type { Model, Solved, SolveOptions } from './model.ts'

export type FaultCode = 'cancelled' | 'stuck' | 'crashed' | 'refused'
export class SolverFault extends Error {
  constructor(
    readonly code: FaultCode,
    detail = '',
  ) {
    super(`solver ${code}${detail ? `: ${detail}` : ''}`)
  }
}

const ENTRY = 'app/domain/panels/solver/child.ts'
const SECONDS = 30
// HiGHS looks at its clock between steps; a step of a large model may be long
const PATIENCE = { times: 2, seconds: 10 }
const IDLE_MS = 120_000
const MOST_MEMORY = 400 * 1024 * 1024

type Task = {
  model: Model
  options: SolveOptions
  signal?: AbortSignal
  tries: number
  resolve: (solved: Solved) => void
  reject: (fault: SolverFault) => void
}

export class Solver {
  private readonly queue: Task[] = []
  private worker: Worker | null = null
  private busy = false
  private next = 1
  private idle: NodeJS.Timeout | null = null

  constructor(private readonly start: () => Promise<Worker> = startThread) {}

  solve(model: Model, options: SolveOptions = {}, signal?: AbortSignal): Promise<Solved> {
    return new Promise((resolve, reject) => {
      this.queue.push({ model, options, signal, tries: 0, resolve, reject })
      void this.work()
    })
  }

  /** Ends the thread; the next model starts another. */
  async close(): Promise<void> {
    if (this.idle) clearTimeout(this.idle)
    const { worker } = this
    this.worker = null
    await worker?.terminate()
  }

  private async work(): Promise<void> {
    if (this.busy) return
    this.busy = true
    if (this.idle) clearTimeout(this.idle)
    for (let task = this.queue.shift(); task; task = this.queue.shift()) await this.answer(task)
    this.busy = false
    this.idle = setTimeout(() => void this.close(), IDLE_MS).unref()
  }

  /** Settles the task; never rejects itself. */
  private async answer(task: Task): Promise<void> {
    try {
      if (task.signal?.aborted) throw new SolverFault('cancelled')
      task.resolve(await this.attempt(task))
    } catch (error) {
      const fault = error instanceof SolverFault ? error : new SolverFault('crashed', String(error))
      task.tries += 1
      if (fault.code === 'crashed' && task.tries < 2) return this.answer(task)
      task.reject(fault)
    }
  }

  private async fresh(): Promise<Worker> {
    const worker = await this.start()
    this.worker = worker
    // a thread that dies between two questions must not end the process; the next question starts another
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (this.worker === worker) this.worker = null
    })
    return worker
  }

  private async attempt({ model, options, signal }: Task): Promise<Solved> {
    const worker = this.worker ?? (await this.fresh())
    worker.ref()
    const asked: Asked = { id: this.next++, model, options: { seconds: SECONDS, ...options } }
    const limit = (options.seconds ?? SECONDS) * PATIENCE.times + PATIENCE.seconds
    try {
      const answer = await heard(worker, asked, limit, signal)
      if ('fault' in answer && !answer.broken) throw new SolverFault('refused', answer.fault)
      if ('fault' in answer) throw new SolverFault('crashed', answer.fault)
      if (answer.memory > MOST_MEMORY) await this.close()
      return answer.solved
    } catch (error) {
      if (!(error instanceof SolverFault && error.code === 'refused')) await this.close()
      throw error
    } finally {
      worker.unref()
    }
  }
}

const own = new Solver()

/** One model in the process's own solver. */
export function solve(model: Model, options?: SolveOptions, signal?: AbortSignal): Promise<Solved> {
  return own.solve(model, options, signal)
}

export function closeSolver(): Promise<void> {
  return own.close()
}

/** Loads the solver before it is asked, so that nobody waits for it. */
export async function warmSolver(): Promise<void> {
  const none = new Float64Array()
  const [starts, rows] = [new Int32Array(1), new Int32Array()]
  const sides = { rowLower: none, rowUpper: none }
  await solve({ sense: 'max', cost: none, lower: none, upper: none, starts, rows, values: none, ...sides })
}

/** The answer of the thread to a question, or the fault that came first. */
function heard(worker: Worker, asked: Asked, seconds: number, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (code: FaultCode, detail?: string) => settle(() => reject(new SolverFault(code, detail)))
    const clock = setTimeout(() => fail('stuck'), seconds * 1000)
    const onMessage = (answer: Answer) => answer.id === asked.id && settle(() => resolve(answer))
    const onError = (error: unknown) => fail('crashed', String(error))
    const onExit = () => fail('crashed', 'the thread ended')
    const onAbort = () => fail('cancelled')
    const settle = (how: () => void) => {
      clearTimeout(clock)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal?.removeEventListener('abort', onAbort)
      how()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    signal?.addEventListener('abort', onAbort)
    worker.postMessage(asked)
  })
}

let bundled: Promise<string> | null = null

async function startThread(): Promise<Worker> {
  bundled ??= bundle()
  const highs = createRequire(import.meta.url).resolve('highs')
  return new Worker(await bundled, { eval: true, workerData: { highs }, execArgv: [] })
}

async function bundle(): Promise<string> {
  try {
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
  } catch (error) {
    bundled = null
    throw error
  }
}
