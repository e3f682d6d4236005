/** Second factors of test accounts: enrolled in one call, with the code of any moment. */

import { eq } from 'drizzle-orm'
import { hashPassword } from '#app/domain/accounts/passwords.ts'
import { confirmFactor, offerFactor, ownFactor } from '#app/domain/accounts/second-factor.server.ts'
import { codeAt, stepOf } from '#app/domain/accounts/totp.ts'
import { type Vault, vaultOf } from '#app/domain/accounts/vault.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { users } from '#db/schema/index.ts'

export const testVault: Vault = vaultOf('the key of tests, long enough for anybody')
export const testPassword = 'берёза у крыльца шумит'

let hashed: Promise<string> | undefined

/** Enrols the actor of a ctx; `codeAfter(seconds)` is the code of a moment after the ctx's own. */
export async function enrolled(ctx: ActingCtx, vault = testVault) {
  hashed ??= hashPassword(testPassword)
  const passwordHash = await hashed
  await ctx.db.update(users).set({ passwordHash }).where(eq(users.id, ctx.actor.userId))
  await offerFactor(ctx, vault, testPassword, '')
  const { offered } = await ownFactor(ctx, vault)
  const secret = offered as Buffer
  const codeAfter = (seconds: number) => codeAt(secret, stepOf(new Date(ctx.now.getTime() + seconds * 1000)))
  const codes = await confirmFactor(ctx, vault, codeAfter(0), null)
  return { secret, codes, codeAfter }
}
