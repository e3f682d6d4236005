/** Boilerplating: ready answers of an organisation, and where each was used. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { cleanWords } from '#app/domain/reviews/words.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { boilerplates, drafts } from '#db/schema/index.ts'

export interface BoilerplateShown {
  id: string
  text: string
  used: { slug: string; title: string; number: number }[]
}

/** Ready answers of an organisation with the answers that began with them, oldest first. */
export async function boilerplatesOf(ctx: Ctx, organisationId: string): Promise<BoilerplateShown[]> {
  return ctx.db.execute<{ id: string; text: string; used: BoilerplateShown['used'] }>(sql`
    select b.id, b.text, coalesce((select json_agg(json_build_object('slug', dr.slug, 'title', dr.title,
        'number', r.number) order by d.id) from decisions d join remarks r on r.id = d.remark_id
        join drafts dr on dr.id = r.draft_id
        where d.boilerplate_id = b.id and d.superseded_by_id is null), '[]') as used
    from boilerplates b where b.organisation_id = ${organisationId} and b.retired_at is null order by b.id`)
}

/** Adds a ready answer of the draft's developer; the same words twice are one. */
export async function addBoilerplate(ctx: ActingCtx, draftId: string, text: string): Promise<string> {
  return atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.assign, ctx.actor, facts)
    const words = cleanWords(text, 'text', content().settings.text.reason)
    const organisationId = draft.developerId
    const [same] = await ctx.db
      .select({ id: boilerplates.id })
      .from(boilerplates)
      .where(
        and(
          eq(boilerplates.organisationId, organisationId),
          eq(boilerplates.text, words),
          isNull(boilerplates.retiredAt),
        ),
      )
      .orderBy(asc(boilerplates.id))
    if (same) return same.id
    const id = uuidv7()
    await ctx.db
      .insert(boilerplates)
      .values({ id, organisationId, text: words, createdById: ctx.actor.personId, createdAt: ctx.now })
    await record(ctx, 'boilerplate.added', { kind: 'organisation', id: organisationId }, { boilerplate: id })
    return id
  })
}

/** Takes a ready answer out of the list; answers that began with it stay as they are. */
export async function retireBoilerplate(ctx: ActingCtx, draftId: string, id: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { draft, facts } = await lockDraft(ctx, draftId)
    authorize(reviewRules.assign, ctx.actor, facts)
    const [retired] = await ctx.db
      .update(boilerplates)
      .set({ retiredAt: ctx.now })
      .where(
        and(
          eq(boilerplates.id, id),
          eq(boilerplates.organisationId, draft.developerId),
          isNull(boilerplates.retiredAt),
        ),
      )
      .returning({ id: boilerplates.id })
    found(retired)
    await record(
      ctx,
      'boilerplate.retired',
      { kind: 'organisation', id: draft.developerId },
      { boilerplate: id },
    )
  })
}

/** The words of a ready answer of the draft's developer; Problem of the field for another's. */
export async function boilerplateText(ctx: Ctx, draftId: string, id: string): Promise<string> {
  const [row] = await ctx.db
    .select({ text: boilerplates.text })
    .from(boilerplates)
    .innerJoin(drafts, eq(drafts.developerId, boilerplates.organisationId))
    .where(and(eq(boilerplates.id, id), eq(drafts.id, draftId)))
  if (!row) throw new Problem('invalid', {}, 'boilerplateId')
  return row.text
}
