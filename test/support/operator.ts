/** The whole platform as an operator runs it: a process of its own, its output and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

export type Run = {
  child: ChildProcess
  /** Lines of the operator's terminal so far, both streams. */
  lines: string[]
  /** Resolves with the exit code, or the signal's name. */
  ended: Promise<number | string>
  /** The address of the last line; rejects with the output when the process ends first. */
  address: () => Promise<string>
}

const STARTED = /^Готово: (http\S+)$/

/** Starts `node app/web/start.mjs` with nothing of the tests' own settings but what is given. */
export function runPlatform(environment: Record<string, string>, options: string[] = []): Run {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [...options, resolve('app/web/start.mjs')], {
    env: { PATH, HOME, PORT: '0', DEMO: '0', LOG_LEVEL: 'silent', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  }
  const ended = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? ''))
  })
  const address = () => addressOf(lines, ended)
  return { child, lines, ended, address }
}

async function addressOf(lines: string[], ended: Promise<unknown>): Promise<string> {
  let over = false
  void ended.then(() => {
    over = true
  })
  for (;;) {
    const found = lines.map((line) => STARTED.exec(line)?.[1]).find(Boolean)
    if (found) return found
    if (over) throw new Error(`the platform did not start:\n${lines.join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
