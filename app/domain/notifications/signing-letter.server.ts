/** The letter with a one-time code of a signature. Written by the process that has the key of the instance. */
import { eq } from 'drizzle-orm'
import { askedCode, signingCode } from '#app/domain/accounts/signing/codes.server.ts'
import type { Vault } from '#app/domain/accounts/vault.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import type { SealedEntry } from '#app/domain/log.server.ts'
import type { Db } from '#db/client.ts'
import { users } from '#db/schema/index.ts'
import { moment, putMail, recipientOf } from './mailing.server.ts'

type Site = Pick<WorkServices, 'config' | 'zone'> & { vault: Vault }

/** Writes it for the entry that asks for one; of other entries it says nothing. */
export async function writeSigningCode(site: Site, db: Db, entry: SealedEntry): Promise<void> {
  if (entry.kind !== 'signing.code-asked' || !entry.objectId) return
  const to = await recipientOf(db, eq(users.id, entry.objectId))
  if (!to?.confirmed) return
  const request = await askedCode({ db }, String(entry.facts.request))
  await putMail(db, entry.id, to, 'signing-code', {
    code: signingCode(site.vault, request.id),
    until: moment(site, to, request.expiresAt),
    forgot: `${site.config.publicUrl}/forgot`,
  })
}
