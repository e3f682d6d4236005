/**
 * Signing: what a person takes away as data carries a signature (Ed25519, RFC 8032) over its canonical JSON, so that it
 * can be checked anywhere, without this site and for ever, by a public key that the site names.
 *
 * The secret half lies in the database sealed with the key of the instance. A key is replaced by another; the old one
 * stays on the list, or nothing it signed could be checked any more.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { asc, eq, isNull } from 'drizzle-orm'
import type { Vault } from '#app/domain/accounts/vault.ts'
import { canonicalJson } from '#app/domain/canonical.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { expertRules } from '#app/domain/experts/rules.ts'
import { record } from '#app/domain/log.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { signingKeys } from '#db/schema/index.ts'

export interface PublicKey {
  id: string
  /** raw, 32 bytes, base64url */
  publicKey: string
  beganAt: Date
  endedAt: Date | null
}

export interface Signature {
  algorithm: 'Ed25519'
  key: string
  value: string
}

/** All keys there were, the first one first. */
export async function signingKeysOf(ctx: Ctx): Promise<PublicKey[]> {
  const { id, publicKey, beganAt, endedAt } = signingKeys
  return ctx.db.select({ id, publicKey, beganAt, endedAt }).from(signingKeys).orderBy(asc(beganAt), asc(id))
}

/** Signs with the key in use; the first signature makes it. What a key of another instance sealed is replaced. */
export async function signed(ctx: Ctx, vault: Vault, value: object): Promise<Signature> {
  const { id, secret } = await keyInUse(ctx, vault)
  const bytes = Buffer.from(canonicalJson(value))
  const key = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
  return { algorithm: 'Ed25519', key: id, value: sign(null, bytes, key).toString('base64url') }
}

/** The signature is of this value and by this key. */
export function isSigned(value: object, signature: Signature, publicKey: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  return verify(null, Buffer.from(canonicalJson(value)), key, Buffer.from(signature.value, 'base64url'))
}

/** Ends the key in use; the next signature makes a new one. What was signed before stays as it is. */
export async function endSigningKey(ctx: ActingCtx): Promise<void> {
  await atomically(ctx, async (ctx) => {
    authorize(expertRules.endSigningKey, ctx.actor, {})
    const [ended] = await ctx.db
      .update(signingKeys)
      .set({ endedAt: ctx.now })
      .where(isNull(signingKeys.endedAt))
      .returning({ id: signingKeys.id })
    if (ended) await record(ctx, 'signing-key.ended', { kind: 'signing-key', id: null }, { key: ended.id })
  })
}

async function keyInUse(ctx: Ctx, vault: Vault): Promise<{ id: string; secret: Buffer }> {
  const [row] = await ctx.db.select().from(signingKeys).where(isNull(signingKeys.endedAt)).for('share')
  const secret = row && vault.open(row.sealed, nameOf(row.id))
  if (row && secret) return { id: row.id, secret }
  if (row) await ctx.db.update(signingKeys).set({ endedAt: ctx.now }).where(eq(signingKeys.id, row.id))
  const made = newKey()
  const sealed = vault.seal(made.secret, nameOf(made.id))
  const values = { id: made.id, publicKey: made.publicKey, sealed, beganAt: ctx.now }
  const [kept] = await ctx.db.insert(signingKeys).values(values).onConflictDoNothing().returning()
  // Another process was first: its key is the one.
  if (!kept) return keyInUse(ctx, vault)
  await record(ctx, 'signing-key.made', { kind: 'signing-key', id: null }, { key: made.id })
  return made
}

const nameOf = (id: string) => `signing-key ${id}`

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'jwk' }).x ?? ''
  const id = createHash('sha256').update(Buffer.from(raw, 'base64url')).digest('hex').slice(0, 16)
  return { id, publicKey: raw, secret: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}
