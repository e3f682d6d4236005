/**
 * Checking: what the site says of a paper that it gave. By its code: whose entry it is of, and whether the facts are
 * still those. By the file: its hash, and the signature where it has one. The file is kept nowhere.
 */
import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { type GivenFile, givenAs } from '#app/domain/documents/given-files.server.ts'
import { issued, signingKeys } from '#db/schema/index.ts'
import { factsHash, lifeOf } from './facts.server.ts'
import { statementBytes, statementType } from './json.server.ts'
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
  /** as what a file of a conclusion or of a record of work was given; null: not such a one */
  format: GivenFile['format'] | null
  /** unrecorded: the key fits, and nothing like it was given here: somebody else had the key */
  signature: 'none' | 'right' | 'forged' | 'unknown-key' | 'unrecorded'
  key: string | null
}

/** What can be said of a file that somebody holds. With `sha256` the bytes need be there only of a signed text. */
export async function checkFile(
  ctx: Ctx,
  bytes: Uint8Array,
  sha256: string = hashOf(bytes),
): Promise<FileVerdict> {
  const exact = await issuedWith(ctx, eq(issued.sha256, sha256))
  const given = exact ? null : await givenAs(ctx, sha256)
  const { signature, key, paper: named } = await signatureOf(ctx, bytes)
  const paper = exact ?? given ?? named
  return {
    ...{ sha256, code: paper?.code ?? null, revoked: (paper?.revokedAt ?? null) !== null },
    ...{ exact: exact !== null || given !== null, format: given?.format ?? null, signature, key },
  }
}

const Signed = z.looseObject({
  type: z.literal(statementType),
  code: z.string().max(40),
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    key: z.string().regex(/^[0-9a-f]{16}$/),
    value: z.string().max(200),
  }),
})

type Found = Pick<FileVerdict, 'signature' | 'key'> & { paper: Issued | null }

async function signatureOf(ctx: Ctx, bytes: Uint8Array): Promise<Found> {
  const file = signedFile(bytes)
  if (!file) return { signature: 'none', key: null, paper: null }
  const { code, signature } = file.read
  const [known] = await ctx.db.select().from(signingKeys).where(eq(signingKeys.id, signature.key))
  if (!known) return { signature: 'unknown-key', key: signature.key, paper: null }
  if (!file.plain || !holds(file.value, signature, known.publicKey))
    return { signature: 'forged', key: known.id, paper: null }
  // A key that is out of use may be in other hands: what it signed is on record, whatever spaces were changed since.
  const given = known.endedAt
    ? eq(issued.sha256, hashOf(statementBytes({ ...file.value, signature })))
    : eq(issued.code, code)
  const paper = await issuedWith(ctx, and(given, eq(issued.kind, 'biography'), eq(issued.format, 'json')))
  return { signature: paper ? 'right' : 'unrecorded', key: known.id, paper }
}

/** The signed value of the file; `plain` says that nothing stands in it twice, so that everybody reads the same. */
function signedFile(bytes: Uint8Array) {
  // A paper of another format is no JSON from its first sign on.
  if (bytes[0] !== 0x7b && bytes[0] !== 0xef) return null
  try {
    const text = new TextDecoder().decode(bytes)
    const whole = JSON.parse(text) as Record<string, unknown>
    const read = Signed.safeParse(whole)
    if (!read.success) return null
    const { signature: _, ...value } = whole
    return { read: read.data, value, plain: namesIn(text) === namesOf(whole) }
  } catch {
    return null
  }
}

/** How many names of fields are written, and how many were read: of two alike the last one counts, and a reader sees the first. */
function namesIn(text: string): number {
  return text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g)?.filter((word) => word.endsWith(':')).length ?? 0
}

function namesOf(value: unknown): number {
  let [count, left] = [0, [value]]
  while (left.length > 0) {
    const inside = left.flatMap((one) => (one !== null && typeof one === 'object' ? [one] : []))
    for (const one of inside) if (!Array.isArray(one)) count += Object.keys(one).length
    left = inside.flatMap((one) => Object.values(one) as unknown[])
  }
  return count
}

function holds(value: object, signature: Signature, publicKey: string): boolean {
  try {
    return isSigned(value, signature, publicKey)
  } catch {
    // Nested deeper than anything we sign.
    return false
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function issuedWith(ctx: Ctx, what: SQL | undefined): Promise<Issued | null> {
  const [row] = await ctx.db.select().from(issued).where(what).limit(1)
  return row ?? null
}
