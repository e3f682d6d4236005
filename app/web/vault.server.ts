/**
 * The key of the instance: SECRET_KEY, else a file beside the data, made at the first start and readable by its owner
 * alone. A copy of the database does not hold it: whoever steals the one has not the other.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ne, sql } from 'drizzle-orm'
import { type Vault, vaultOf } from '#app/domain/accounts/vault.ts'
import { start } from '#content/messages/ru/start.ts'
import type { Db } from '#db/client.ts'
import { reasonOf, StartFailure } from '#db/failure.ts'
import { secondFactors } from '#db/schema/index.ts'
import type { Config } from './config.ts'

/** The vault of this instance; a StartFailure when secrets in the database were sealed with another key. */
export async function openVault(db: Db, config: Pick<Config, 'secretKey' | 'dataDir'>): Promise<Vault> {
  const file = join(config.dataDir, 'secret.key')
  const vault = vaultOf(config.secretKey ?? keyIn(file, config.dataDir))
  const [lost] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(secondFactors)
    .where(ne(secondFactors.keyId, vault.keyId))
  if (lost && lost.n > 0) throw new StartFailure(start.lostKey(lost.n, file))
  return vault
}

/** Processes that start together on one folder agree: the first to write wins, the others read. */
function keyIn(file: string, folder: string): string {
  try {
    if (!existsSync(file))
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!existsSync(file)) throw new StartFailure(start.folder(folder, reasonOf(error)))
  }
  return readFileSync(file, 'utf8').trim()
}
