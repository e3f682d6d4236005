/** Drafting: a draft begins with its passport and an unpublished first version. */
import { eq, like, or, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { draftFromRequest } from '#app/domain/reviews/course/requesting.server.ts'
import { sameDraft } from '#app/domain/reviews/remarks/repeating.server.ts'
import { withIds } from '#app/domain/reviews/texts/importing.ts'
import { onlyWith } from '#app/domain/reviews/texts/picturing.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { drafts, organisations, versions } from '#db/schema/index.ts'
import { lockDraft } from './facts.server.ts'
import type { ImageAsset } from './importing/imported.ts'
import { type Passport, passportValues } from './passport.ts'
import { reviewRules } from './rules.ts'
import { slugOf } from './slugs.ts'

/** Creates a draft with its first version still to be published; returns ids and the address, of the first if sent again. */
export async function createDraft(
  ctx: ActingCtx,
  {
    body,
    slug,
    request,
    images = [],
    ...passport
  }: Passport & {
    body: DocJson
    slug?: string
    request?: number | undefined
    /** the pictures that came with the text; the caller keeps them */
    images?: readonly ImageAsset[]
  },
): Promise<{ id: string; slug: string; versionId: string }> {
  return atomically(ctx, async (ctx) => {
    authorize(reviewRules.create, ctx.actor, { place: await placeOf(ctx, passport.developerId) })
    await lockAddresses(ctx)
    const [values, text] = [passportValues(passport), checkedDoc(withIds(body))]
    onlyWith(text, images)
    const first = await sameDraft(ctx, values, text)
    if (first) return first
    const [id, versionId] = [uuidv7(), uuidv7()]
    const address = await freeSlug(ctx, slug ?? slugOf(passport.title))
    await ctx.db.insert(drafts).values({
      id,
      slug: address,
      ...values,
      authorId: ctx.actor.personId,
      createdAt: ctx.now,
    })
    await ctx.db.insert(versions).values({
      id: versionId,
      draftId: id,
      number: 1,
      body: text,
      authorId: ctx.actor.personId,
      createdAt: ctx.now,
    })
    await record(ctx, 'draft.created', { kind: 'draft', id }, { version: versionId })
    if (request !== undefined) await draftFromRequest(ctx, request, { id, developerId: values.developerId })
    return { id, slug: address, versionId }
  })
}

/** Changes the passport; the developer and the address stay. */
export async function editPassport(
  ctx: ActingCtx,
  draftId: string,
  passport: Omit<Passport, 'developerId'>,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.edit, ctx.actor, facts)
    const { developerId: _stays, ...values } = passportValues({ ...passport, developerId: draft.developerId })
    await ctx.db.update(drafts).set(values).where(eq(drafts.id, draftId))
    await record(ctx, 'draft.edited', { kind: 'draft', id: draftId })
  })
}

/** A document as it may be stored; Problem of the field `body` otherwise. */
export function checkedDoc(doc: unknown): DocJson {
  const checked = checkDoc(doc, { characters: content().settings.text.draftCharacters })
  if (checked.fault) throw new Problem(checked.fault, {}, 'body')
  return checked.doc
}

async function placeOf(ctx: Ctx, organisationId: string) {
  const [organisation] = await ctx.db
    .select({ organisationId: organisations.id, municipalityId: organisations.municipalityId })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return found(organisation)
}

/** Two drafts of one title at once, or one sent twice, take turns. */
export async function lockAddresses(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('rses.draft-slug'))`)
}

/** The slug, or the slug with the next number: «poryadok», «poryadok-2». */
export async function freeSlug(ctx: Ctx, slug: string): Promise<string> {
  const rows = await ctx.db
    .select({ slug: drafts.slug })
    .from(drafts)
    .where(or(eq(drafts.slug, slug), like(drafts.slug, `${slug}-%`)))
  const taken = new Set(rows.map((row) => row.slug))
  for (let n = 1; ; n += 1) {
    const address = n === 1 ? slug : `${slug}-${n}`
    if (!taken.has(address)) return address
  }
}
