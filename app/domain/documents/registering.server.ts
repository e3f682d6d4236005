/**
 * Registering: a card of a normative document is written, then shown to everybody.
 *
 * A published card is not edited: a document that changes another is a card of its own that supersedes it, and ends
 * the older one's days of force on its own first day.
 */
import { and, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { documentVisibleTo } from '#db/reach/documents.ts'
import { documents, organisations } from '#db/schema/index.ts'
import { documentRules } from './rules.ts'

export interface DocumentInput {
  /** the public address, for ever */
  code: string
  kind: string
  tier: string
  issuer: string
  issuerId?: string | null
  number: string
  day: string
  title: string
  basis?: string
  summary?: string
  /** first day of force; without it the card says that the days are not known */
  firstDay?: string | null
  /** first day on which it is no longer in force */
  endDay?: string | null
  supersedesId?: string | null
}

/** Writes a card that only its keepers see; returns its id. */
export async function createDocument(ctx: ActingCtx, input: DocumentInput): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const municipalityId = await municipalityOf(ctx, input.issuerId ?? null)
    authorize(documentRules.edit, ctx.actor, {
      issuerId: input.issuerId ?? null,
      municipalityId,
      publishedAt: null,
    })
    check(input)
    if (input.supersedesId) await visible(ctx, input.supersedesId)
    const id = uuidv7()
    const written = await ctx.db
      .insert(documents)
      .values({ id, ...rowOf(input), source: 'site' })
      .onConflictDoNothing({ target: documents.code })
      .returning({ id: documents.id })
    if (written.length === 0) throw new Problem('document-exists', {}, 'code')
    await record(ctx, 'document.created', { kind: 'document', id })
    return id
  })
}

/** Corrects a card that is not published yet; its address stays. */
export async function correctDocument(
  ctx: ActingCtx,
  id: string,
  input: Omit<DocumentInput, 'code'>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const document = await lockDocument(ctx, id)
    authorize(documentRules.correct, ctx.actor, document)
    const issuerId = input.issuerId ?? null
    const municipalityId = await municipalityOf(ctx, issuerId)
    authorize(documentRules.correct, ctx.actor, { issuerId, municipalityId, publishedAt: null })
    check({ ...input, code: document.code })
    if (input.supersedesId === id) throw new Problem('document-itself', {}, 'supersedes')
    if (input.supersedesId) await visible(ctx, input.supersedesId)
    await ctx.db.update(documents).set(rowOf(input)).where(eq(documents.id, id))
    await record(ctx, 'document.corrected', { kind: 'document', id })
  })
}

/** Shows the card to everybody; what it supersedes ends on its first day. */
export async function publishDocument(ctx: ActingCtx, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const document = await lockDocument(ctx, id)
    authorize(documentRules.publish, ctx.actor, document)
    await ctx.db.update(documents).set({ publishedAt: ctx.now }).where(eq(documents.id, id))
    if (document.supersedesId && document.firstDay)
      await endForce(ctx, document.supersedesId, document.firstDay)
    await record(ctx, 'document.published', { kind: 'document', id }, { supersedes: document.supersedesId })
  })
}

async function lockDocument(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({
      code: documents.code,
      issuerId: documents.issuerId,
      publishedAt: documents.publishedAt,
      supersedesId: documents.supersedesId,
      firstDay: sql<string | null>`lower(${documents.inForce})::text`,
    })
    .from(documents)
    .where(and(eq(documents.id, id), documentVisibleTo(viewerOf(ctx))))
    .for('update')
  const document = found(row)
  return { ...document, municipalityId: await municipalityOf(ctx, document.issuerId) }
}

async function endForce(ctx: Ctx, id: string, day: string) {
  await ctx.db
    .update(documents)
    .set({
      inForce: sql`daterange(lower(${documents.inForce}), greatest(${day}::date, lower(${documents.inForce})))`,
    })
    .where(
      and(
        eq(documents.id, id),
        sql`not isempty(${documents.inForce})`,
        sql`(upper_inf(${documents.inForce}) or upper(${documents.inForce}) > ${day}::date)`,
      ),
    )
}

async function municipalityOf(ctx: Ctx, organisationId: string | null): Promise<string | null> {
  if (!organisationId) return null
  const [row] = await ctx.db
    .select({ municipalityId: organisations.municipalityId })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return found(row).municipalityId
}

async function visible(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, id), documentVisibleTo(viewerOf(ctx))))
  if (!row) throw new Problem('not-found', {}, 'supersedesId')
}

function check({ code, kind, tier, title, issuer, number, firstDay, endDay }: DocumentInput) {
  // `new` is the page on which cards are written.
  if (code === 'new' || code.length > 120 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))
    throw new Problem('document-code', {}, 'code')
  for (const [field, value] of Object.entries({ title, issuer, number }))
    if (value.trim() === '' || value.includes('\0')) throw new Problem('required', {}, field)
  if (!content().documentKinds.some((one) => one.code === kind)) throw new Problem('invalid', {}, 'kind')
  if (!content().tiers.some((one) => one.code === tier)) throw new Problem('invalid', {}, 'tier')
  if (firstDay && endDay && endDay <= firstDay) throw new Problem('term-order', {}, 'endDay')
}

function rowOf<T extends Omit<DocumentInput, 'code'>>({
  firstDay,
  endDay,
  basis = '',
  summary = '',
  ...input
}: T) {
  return { ...input, basis, summary, inForce: firstDay ? `[${firstDay},${endDay ?? ''})` : null }
}
