/** Asking about an object: who may ask for a panel over what, and what the request says of it. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { organisationCalled } from '#app/domain/organisations/naming.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import type { Place } from '#app/domain/rules.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { everywhere, scopesOf } from '#db/reach/viewer.ts'
import { drafts, organisations, type panels, versions } from '#db/schema/index.ts'
import type { AskedObject } from './forms.ts'

type Columns = Pick<
  typeof panels.$inferInsert,
  | ('objectKind' | 'draftId' | 'versionId' | 'subject' | 'subjectAddress' | 'ownerId' | 'closed')
  | ('resultKind' | 'organisationId')
>

/**
 * What a request is about, as its row says it, and the place whose rules decide whether the actor may ask. A draft is
 * locked, so that equal requests take turns. Problems: draft-unpublished, organisation-unknown, organisation-many.
 */
export async function objectAsked(
  ctx: ActingCtx,
  asked: AskedObject,
): Promise<{ place: Place; name: string; columns: Columns }> {
  const resultKind = asked.resultKind ?? 'conclusion'
  if ((asked.objectKind ?? 'draft') === 'draft') {
    if (!asked.draftId) throw new Problem('required', {}, 'draftId')
    const draft = await draftFor(ctx, asked.draftId)
    const place = { organisationId: draft.developerId, municipalityId: draft.municipalityId }
    const about = { draftId: draft.id, versionId: await newestVersion(ctx, draft.id), subject: null }
    const plain = { subjectAddress: null, ownerId: null, closed: false }
    return {
      place,
      name: draft.title,
      columns: {
        ...about,
        ...plain,
        objectKind: 'draft',
        resultKind,
        organisationId: draft.developerId,
      },
    }
  }
  if (!asked.subject) throw new Problem('required', {}, 'subject')
  const own = await organisationFor(ctx, asked.organisationId)
  const about = { draftId: null, versionId: null, subject: asked.subject, ownerId: await ownerOf(ctx, asked) }
  const subjectAddress = asked.objectKind === 'system' && asked.subjectAddress ? asked.subjectAddress : null
  const shown = { subjectAddress, closed: asked.closed === 'on' }
  return {
    name: asked.subject,
    place: { organisationId: own.id, municipalityId: own.municipalityId },
    columns: {
      ...about,
      ...shown,
      objectKind: asked.objectKind === 'system' ? 'system' : 'files',
      resultKind,
      organisationId: own.id,
    },
  }
}

/** Drafts a request may be about: published, and the actor may ask for a panel over them. */
export async function requestableDrafts(ctx: ActingCtx) {
  const viewer = viewerOf(ctx)
  const own = scopesOf(viewer, 'panel.request', 'organisation')
  const all = everywhere(viewer, 'panel.request')
  if (!all && own.length === 0) return []
  return ctx.db
    .select({ id: drafts.id, slug: drafts.slug, title: drafts.title })
    .from(drafts)
    .where(
      and(
        isNotNull(drafts.publishedAt),
        sql`${drafts.withdrawnAt} is null`,
        draftVisibleTo(viewer),
        all ? undefined : inArray(drafts.developerId, own),
      ),
    )
    .orderBy(desc(drafts.publishedAt))
    .limit(100)
}

/** Organisations the actor may ask for: own ones by right, and over the whole region those where the actor works. */
export async function requestingOrganisations(ctx: ActingCtx): Promise<{ id: string; name: string }[]> {
  const viewer = viewerOf(ctx)
  const own = scopesOf(viewer, 'panel.request', 'organisation')
  const works = sql`${organisations.id} in (select e.organisation_id from employments e
    where e.person_id = ${ctx.actor.personId} and e.during @> ${ctx.actor.today}::date)`
  const all = everywhere(viewer, 'panel.request')
  if (!all && own.length === 0) return []
  return ctx.db
    .select({ id: organisations.id, name: organisations.shortName })
    .from(organisations)
    .where(or(all ? works : undefined, own.length > 0 ? inArray(organisations.id, own) : undefined))
    .orderBy(asc(organisations.shortName))
    .limit(100)
}

async function draftFor(ctx: Ctx, draftId: string) {
  const [row] = await ctx.db
    .select({
      id: drafts.id,
      title: drafts.title,
      developerId: drafts.developerId,
      municipalityId: organisations.municipalityId,
    })
    .from(drafts)
    .innerJoin(organisations, eq(organisations.id, drafts.developerId))
    .where(and(eq(drafts.id, draftId), isNull(drafts.withdrawnAt), draftVisibleTo(viewerOf(ctx))))
    .for('update', { of: drafts })
  return found(row)
}

async function newestVersion(ctx: Ctx, draftId: string): Promise<string> {
  const [version] = await ctx.db
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.draftId, draftId), isNotNull(versions.publishedAt)))
    .orderBy(desc(versions.number))
    .limit(1)
  if (!version) throw new Problem('draft-unpublished', {}, 'draftId')
  return version.id
}

/** Who asks; locked, so that equal requests take turns. */
async function organisationFor(ctx: ActingCtx, chosen: string | undefined) {
  const able = await requestingOrganisations(ctx)
  const id = chosen ?? (able.length === 1 ? able[0]?.id : undefined)
  if (able.length === 0) throw new Problem('forbidden')
  if (!id || !able.some((one) => one.id === id)) throw new Problem('required', {}, 'organisationId')
  const { municipalityId } = organisations
  const rows = ctx.db.select({ id: organisations.id, municipalityId }).from(organisations)
  return found((await rows.where(eq(organisations.id, id)).for('no key update'))[0])
}

async function ownerOf(ctx: ActingCtx, { owner }: AskedObject): Promise<string | null> {
  if (!owner) return null
  const known = await organisationCalled(ctx, owner).catch((error: unknown) => {
    if (error instanceof Problem) throw new Problem(error.code, error.facts, 'owner')
    throw error
  })
  if (!known) throw new Problem('organisation-unknown', {}, 'owner')
  return known.id
}
