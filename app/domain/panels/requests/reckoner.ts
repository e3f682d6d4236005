/** The thread of choices: searches that may be long, one after another. Bundled and started by `reckoning.server.ts`. */
import { parentPort } from 'node:worker_threads'
import { tasks } from './tasks.ts'

export type Asked = { id: number; task: keyof typeof tasks; args: unknown[] }
export type Answer = { id: number } & ({ value: unknown } | { fault: string })

parentPort?.on('message', ({ id, task, args }: Asked) => {
  const say = (answer: Answer) => parentPort?.postMessage(answer)
  try {
    say({ id, value: (tasks[task] as (...given: unknown[]) => unknown)(...args) })
  } catch (error) {
    say({ id, fault: String(error) })
  }
})
