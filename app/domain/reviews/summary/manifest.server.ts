/**
 * The manifest of a published summary: all that anyone needs to check it without asking us.
 *
 * The body as it was hashed, a hash for each row, the hashes of the versions of the text, of the signed copies, and the
 * sealed entry of the log. It names people by number, so it may be kept and passed on.
 */
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { logEntries, logSeals, versions } from '#db/schema/index.ts'
import { signaturesOf } from './signing.server.ts'
import { publishedSummary } from './summarising.server.ts'

/** The manifest as plain data. Problems: not-found; summary-unpublished before the first publication. */
export async function summaryManifest(ctx: Ctx, slug: string) {
  const { draft } = await draftBySlug(ctx, slug)
  const summary = await publishedSummary(ctx, draft.id)
  if (!summary) throw new Problem('summary-unpublished')
  const texts = await ctx.db
    .select({ number: versions.number, sha256: versions.sha256, publishedAt: versions.publishedAt })
    .from(versions)
    .where(and(eq(versions.draftId, draft.id), isNotNull(versions.publishedAt)))
    .orderBy(asc(versions.number))
  const signatures = await signaturesOf(ctx, summary.id)
  return {
    algorithm: 'SHA-256 of canonical JSON: UTF-8, no spaces, keys sorted by code unit',
    summary: {
      revision: summary.revision,
      publishedAt: summary.publishedAt,
      sha256: summary.sha256,
      body: summary.body,
    },
    // of the rows as published; `changed` are those that moderation touched since, whose published words are not above
    rows: summary.rowHashes,
    changed: summary.changed,
    versions: texts,
    signatures: signatures.map(({ day, detached, sha256 }) => ({ day, detached, sha256 })),
    log: await sealOf(ctx, draft.id, summary.sha256),
  }
}

/** Where the publication stands in the sealed log; null until the sealer has been there. */
async function sealOf(ctx: Ctx, draftId: string, hash: string) {
  const rows = await ctx.db
    .select({ seq: logSeals.seq, hash: logSeals.hash, facts: logEntries.facts })
    .from(logEntries)
    .innerJoin(logSeals, eq(logSeals.entryId, logEntries.id))
    .where(
      and(
        eq(logEntries.objectKind, 'draft'),
        eq(logEntries.objectId, draftId),
        eq(logEntries.kind, 'summary.published'),
      ),
    )
  const entry = rows.find(({ facts }) => facts.sha256 === hash)
  return entry ? { seq: entry.seq, hash: entry.hash } : null
}
