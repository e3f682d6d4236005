/** What page benches stand on: a floor as a process of its own, and the cookie of a demo account. */
import { spawn } from 'node:child_process'
import { cookieNames } from '#app/web/request.server.ts'
import { sessionsIn } from '#app/web/session.server.ts'
import { connect } from '#db/client.ts'

/** Starts a floor (a file of this folder) on the database; resolves when it listens. */
export async function startFloor(file: string, ownerUrl: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', `test/bench/${file}`, ownerUrl], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()))
    child.once('close', () => reject(new Error('the floor ended')))
  })
  return { url, pid: child.pid as number, kill: () => child.kill() }
}

/** A Cookie header that signs the demo expert in. */
export async function signedIn(ownerUrl: string): Promise<string> {
  const { db, sql, end } = connect(ownerUrl, { max: 1 })
  const [user] = await sql<{ id: string }[]>`select id from users where email = 'expert@demo.example'`
  const cookie = await sessionsIn(db, { sessionDays: 1, publicUrl: 'http://localhost' }).start(
    user?.id ?? '',
    'bench',
  )
  await end()
  return `${cookieNames.session}=${/=([^;]+)/.exec(cookie)?.[1]}`
}
