/** The thread of the solver: loads HiGHS once, then answers one model after another. Bundled and started by `solver.server.ts`. */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Highs } from 'highs'
import type { Model, Solved, SolveOptions } from './model.ts'
import { runModel } from './running.ts'

export type Asked = { id: number; model: Model; options: SolveOptions }
export type Answer = { id: number; memory: number } & (
  | { solved: Solved }
  | { fault: string; broken: boolean }
)

const load = createRequire(workerData.highs)(workerData.highs) as () => Promise<Highs>
const loading = load()

parentPort?.on('message', async ({ id, model, options }: Asked) => {
  const highs = await loading
  const say = (answer: Answer) => parentPort?.postMessage(answer)
  try {
    say({ id, memory: highs.memoryBytes, solved: runModel(highs, model, options) })
  } catch (error) {
    // after an abort of the WebAssembly nothing in its memory can be trusted
    const broken = error instanceof WebAssembly.RuntimeError || !(error instanceof Error)
    say({ id, memory: highs.memoryBytes, fault: String(error), broken })
  }
})
