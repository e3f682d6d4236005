/** The built site as a process of its own, as an operator runs it. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '#content/messages/ru/start.ts'

export interface SiteProcess {
  url: string
  pid: number
  /** what it printed so far, both streams */
  output: () => string
  kill: (signal: NodeJS.Signals) => void
  /** asks it to stop and waits; resolves with its exit code */
  stop: () => Promise<number | null>
}

interface Options {
  databaseUrl?: string
  dataDir?: string
  env?: Record<string, string>
}

const READY_MS = 600_000

/** Starts it and waits for the line with its address; without one, rejects with all it said. */
export async function startSite({ databaseUrl, dataDir, env }: Options): Promise<SiteProcess> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'rses-site-'))
  const child = spawn(process.execPath, ['--max-semi-space-size=64', 'app/web/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const give = (why: string) => reject(new Error(`${why}\n${said}`))
    const timer = setTimeout(() => give('the site is not ready'), READY_MS)
    child.stdout.on('data', () => {
      const address = new RegExp(`${start.step.ready('(\\S+)')}`).exec(said)?.[1]
      if (address) resolve(address.replace('localhost', '127.0.0.1'))
      if (address) clearTimeout(timer)
    })
    void ended.then(() => give('the site ended'))
  })
  return {
    url,
    pid: child.pid as number,
    output: () => said,
    kill: (signal) => child.kill(signal),
    async stop() {
      child.kill('SIGTERM')
      const code = await ended
      if (!dataDir) rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}
