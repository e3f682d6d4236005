/** The passwords and the port of the embedded server: made once, kept beside the data, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { start } from '#content/messages/ru/start.ts'
import { StartFailure } from '#db/failure.ts'

export type Secrets = { port: number; superuser: string; owner: string }

const fileIn = (dataDir: string) => join(dataDir, 'database.json')

/** Reads them; makes them when there is no data yet. Data without its passwords is a StartFailure. */
export async function secretsOf(dataDir: string, clusterExists: boolean): Promise<Secrets> {
  const file = fileIn(dataDir)
  if (existsSync(file)) return readSecrets(dataDir)
  if (clusterExists) throw new StartFailure(start.lostSecret(file))
  const password = () => randomBytes(24).toString('base64url')
  const secrets = { port: await freePort(), superuser: password(), owner: password() }
  keep(dataDir, secrets)
  return secrets
}

export function readSecrets(dataDir: string): Secrets {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
  } catch {
    throw new StartFailure(start.lostSecret(fileIn(dataDir)))
  }
}

/** The remembered port if it is still free, else another one, remembered in its turn. */
export async function settlePort(dataDir: string, secrets: Secrets): Promise<Secrets> {
  if ((await freePort(secrets.port)) === secrets.port) return secrets
  const moved = { ...secrets, port: await freePort() }
  keep(dataDir, moved)
  return moved
}

function keep(dataDir: string, secrets: Secrets) {
  const draft = `${fileIn(dataDir)}.new`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, fileIn(dataDir))
}

/** `wanted` when it can be bound on the loopback address, 0 when not; without an argument any free port. */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
