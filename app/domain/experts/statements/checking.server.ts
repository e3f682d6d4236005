/**
 * Checking: what the site says of a paper that it gave. By its code: whose entry it is of, and whether the facts are
 * still those. By the file: its hash, and the signature where it has one. The file is kept nowhere.
 */
import { createHash } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { issued, signingKeys } from '#db/schema/index.ts'
import { factsHash, lifeOf } from './facts.server.ts'
import { statementKind, statementKinds } from './kinds.ts'
import { isSigned, type Signature } from './signing.server.ts'

export type Issued = typeof issued.$inferSelect

export interface StatementState {
  kind: NonNullable<ReturnType<typeof statementKind>>
  format: string | null
  /** the number of whose life it tells, and whether the registry has a card of it */
  number: number
  listed: boolean
  /** the facts are no longer those; null: it is not known what the paper says */
  changed: boolean | null
}

/** What is known of an issued paper on somebody's life; null for a paper of another kind. */
export async function statementState(ctx: Ctx, paper: Issued): Promise<StatementState | null> {
  const kind = statementKind(paper.kind)
  if (!kind) return null
  const life = await lifeOf(ctx, paper.objectId)
  const changed = paper.facts === null ? null : paper.facts !== factsHash(kind, life)
  return { kind, format: paper.format, number: life.number, listed: life.statuses.length > 0, changed }
}

/** The actor's own papers, the last one first. */
export async function ownStatements(ctx: ActingCtx, limit = 50) {
  return ctx.db
    .select({
      ...{ code: issued.code, kind: issued.kind, format: issued.format },
      ...{ issuedAt: issued.issuedAt, revokedAt: issued.revokedAt },
    })
    .from(issued)
    .where(and(inArray(issued.kind, statementKinds), eq(issued.objectId, ctx.actor.personId)))
    .orderBy(desc(issued.issuedAt), desc(issued.code))
    .limit(limit)
}

export interface FileVerdict {
  sha256: string
  /** of the paper that is this very file, or that its signed content names */
  code: string | null
  revoked: boolean
  exact: boolean
  signature: 'none' | 'right' | 'forged' | 'unknown-key'
  key: string | null
}

/** What can be said of a file that somebody holds. */
export async function checkFile(ctx: Ctx, bytes: Uint8Array): Promise<FileVerdict> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [exact] = await ctx.db.select().from(issued).where(eq(issued.sha256, sha256)).limit(1)
  const verdict = await signatureOf(ctx, bytes)
  const named = !exact && verdict.code ? await issuedAs(ctx, verdict.code) : null
  const paper = exact ?? named
  return {
    ...{ sha256, code: paper?.code ?? null, revoked: (paper?.revokedAt ?? null) !== null, exact: !!exact },
    ...{ signature: verdict.signature, key: verdict.key },
  }
}

const Signed = z.looseObject({
  code: z.string().max(40).optional(),
  signature: z.object({
    algorithm: z.literal('Ed25519'),
    key: z.string().regex(/^[0-9a-f]{16}$/),
    value: z.string().max(200),
  }),
})

async function signatureOf(
  ctx: Ctx,
  bytes: Uint8Array,
): Promise<Pick<FileVerdict, 'signature' | 'key'> & { code: string | null }> {
  const read = Signed.safeParse(parsed(bytes))
  if (!read.success) return { signature: 'none', key: null, code: null }
  const { signature, ...value } = read.data
  const [known] = await ctx.db.select().from(signingKeys).where(eq(signingKeys.id, signature.key))
  if (!known) return { signature: 'unknown-key', key: signature.key, code: null }
  const right = holds(value, signature, known.publicKey)
  return { signature: right ? 'right' : 'forged', key: known.id, code: (right && value.code) || null }
}

function holds(value: object, signature: Signature, publicKey: string): boolean {
  try {
    return isSigned(value, signature, publicKey)
  } catch {
    // Nested deeper than anything we sign.
    return false
  }
}

function parsed(bytes: Uint8Array): unknown {
  // A paper of another format is no JSON from its first sign on.
  if (bytes[0] !== 0x7b && bytes[0] !== 0xef) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

async function issuedAs(ctx: Ctx, code: string): Promise<Issued | null> {
  const [row] = await ctx.db.select().from(issued).where(eq(issued.code, code))
  return row ?? null
}
