/** Cards as a form speaks of them: the issuer and the replaced document by name and code, the term by its last day. */
import { and, eq, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import {
  actingBodies,
  type NamedOrganisation,
  organisationCalled,
} from '#app/domain/organisations/naming.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { documentVisibleTo } from '#db/reach/documents.ts'
import { documents } from '#db/schema/index.ts'
import type { CardInput, CardValue } from './forms.ts'
import { type DocumentFacts, documentRules } from './rules.ts'

/** True for those who keep cards somewhere: whether the way to the form is shown. */
export function mayKeepDocuments(ctx: Ctx): boolean {
  return (ctx.actor?.powers ?? []).some(({ capability }) => capability === 'document.edit')
}

/** What may be done with this card by this viewer: which buttons the page has. */
export function cardActions(ctx: Ctx, facts: DocumentFacts) {
  return {
    correct: documentRules.correct(ctx.actor, facts) === null,
    publish: documentRules.publish(ctx.actor, facts) === null,
  }
}

/** The fields of a command from the typed card; Problem at the field that names what is not there. */
export async function cardFields(ctx: ActingCtx, value: CardValue) {
  const { supersedes, lastDay, firstDay, ...card } = value
  if (!mayKeepDocuments(ctx)) throw new Problem('forbidden')
  const one = await issuerOf(ctx, card.issuer)
  return {
    ...card,
    // A code is how we call it, not what stands on the paper.
    issuer: one?.code === card.issuer ? one.shortName : card.issuer,
    issuerId: one?.id ?? null,
    firstDay: firstDay ?? null,
    endDay: lastDay ? dayAfter(lastDay) : null,
    supersedesId: supersedes ? await idOfCode(ctx, supersedes) : null,
  }
}

/** `order-2023-1765` from kind, day and number: the last run of digits, as people call the document. */
export function codeOf({ kind, day, number }: Pick<CardInput, 'kind' | 'day' | 'number'>): string {
  const digits = number.match(/\d+/g)?.at(-1) ?? ''
  return [kind, day.slice(0, 4), digits].filter(Boolean).join('-')
}

/** What the form suggests: issuers that are known, and documents that can be replaced. */
export async function cardSuggestions(ctx: ActingCtx) {
  const bodies = await actingBodies(ctx)
  const own = bodies.filter(
    ({ id, municipalityId }) =>
      documentRules.edit(ctx.actor, { issuerId: id, municipalityId, publishedAt: null }) === null,
  )
  const [only, second] = own
  const known = await ctx.db
    .select({ code: documents.code, title: documents.title })
    .from(documents)
    .where(documentVisibleTo(viewerOf(ctx)))
    .orderBy(sql`${documents.day} desc nulls last`, documents.code)
    .limit(500)
  return {
    issuers: [...new Set(own.map(({ shortName }) => shortName))],
    /** the only organisation whose cards this person keeps */
    issuer: only && !second ? only.shortName : undefined,
    documents: known,
  }
}

async function issuerOf(ctx: ActingCtx, text: string): Promise<NamedOrganisation | null> {
  try {
    const one = await organisationCalled(ctx, text)
    const place = {
      issuerId: one?.id ?? null,
      municipalityId: one?.municipalityId ?? null,
      publishedAt: null,
    }
    if (documentRules.edit(ctx.actor, place) !== null) throw new Problem('document-foreign')
    return one
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, error.facts, 'issuer')
    throw error
  }
}

async function idOfCode(ctx: ActingCtx, code: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.code, code.replaceAll('\0', '')), documentVisibleTo(viewerOf(ctx))))
  if (!row) throw new Problem('document-unknown', {}, 'supersedes')
  return row.id
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
