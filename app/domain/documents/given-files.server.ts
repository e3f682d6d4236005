/** Given files: what bytes went out under a check code, so that whoever was handed a file can be told what it is. */
import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { issued, issuedFiles } from '#db/schema/index.ts'

type Format = (typeof issuedFiles.$inferSelect)['format']
export interface GivenFile {
  code: string
  format: Format
  revokedAt: Date | null
}

/** Writes down that these bytes were given; the same bytes once. */
export async function noteGiven(
  ctx: Pick<Ctx, 'db' | 'now'>,
  code: string,
  format: Format,
  bytes: Uint8Array | string,
): Promise<void> {
  await noteGivenSums(ctx, code, [{ format, sha256: sumOf(bytes) }])
}

/** The same of many, by their hashes. */
export async function noteGivenSums(
  ctx: Pick<Ctx, 'db' | 'now'>,
  code: string,
  sums: readonly { format: Format; sha256: string }[],
): Promise<void> {
  if (sums.length === 0) return
  const rows = sums.map((one) => ({ ...one, code, givenAt: ctx.now }))
  await ctx.db.insert(issuedFiles).values(rows).onConflictDoNothing()
}

/** What these bytes are, the newest where several papers share them. */
export async function givenAs(ctx: Pick<Ctx, 'db'>, sha256: string): Promise<GivenFile | null> {
  const [row] = await ctx.db
    .select({ code: issuedFiles.code, format: issuedFiles.format, revokedAt: issued.revokedAt })
    .from(issuedFiles)
    .innerJoin(issued, eq(issued.code, issuedFiles.code))
    .where(eq(issuedFiles.sha256, sha256))
    .orderBy(desc(issuedFiles.givenAt))
    .limit(1)
  return row ?? null
}

const sumOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
