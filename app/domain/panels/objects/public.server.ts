/** Panels as anybody may know them: those of a draft, and who was chosen. */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { protocolVisibleTo } from '#db/reach/panels.ts'
import { draftVisibleTo } from '#db/reach/reviews.ts'
import { conclusions, drafts, issued, panels } from '#db/schema/index.ts'

/** Living panels of a draft with a protocol, newest first, each with the conclusion it issued last; for its page. */
export async function panelsOfDraft(ctx: Ctx, draftId: string) {
  return ctx.db
    .selectDistinctOn([panels.number], {
      ...{ number: panels.number, title: panels.title, conclusion: conclusions.number },
      ...{ issuedAt: conclusions.issuedAt, revokedAt: issued.revokedAt },
      verdict: verdictOf,
    })
    .from(panels)
    .innerJoin(drafts, eq(drafts.id, panels.draftId))
    .leftJoin(conclusions, and(eq(conclusions.panelId, panels.id), isNotNull(conclusions.issuedAt)))
    .leftJoin(issued, eq(issued.code, conclusions.code))
    .where(
      and(
        eq(panels.draftId, draftId),
        draftVisibleTo(viewerOf(ctx)),
        hasSelection,
        isNull(panels.cancelledAt),
      ),
    )
    .orderBy(desc(panels.number), desc(conclusions.revision))
}

/** What panels concluded on a draft: the last conclusion of each, revoked ones too, as they are told beside its summary. */
export async function conclusionsOfDraft(ctx: Ctx, draftId: string) {
  const rows = await panelsOfDraft(ctx, draftId)
  return rows.flatMap(({ conclusion, issuedAt, revokedAt, verdict }) =>
    conclusion && issuedAt ? [{ number: conclusion, issuedAt, revokedAt, verdict }] : [],
  )
}

/** The id of a panel that has chosen people and whose object the viewer may know of; for its protocol. */
export async function publicPanelId(ctx: Ctx, number: number): Promise<string> {
  const id = await panelIdOf(ctx, number)
  const [row] = await ctx.db
    .select({ id: panels.id })
    .from(panels)
    .leftJoin(drafts, eq(drafts.id, panels.draftId))
    .where(and(eq(panels.id, id), protocolVisibleTo(viewerOf(ctx)), hasSelection))
  return found(row).id
}

/** The title of the verdict, as the sheets worded it. */
const verdictOf = sql<
  string | null
>`(select v ->> 'title' from jsonb_array_elements(${conclusions.body} -> 'verdicts') v
  where v ->> 'code' = ${conclusions.body} ->> 'verdict' limit 1)`
const hasSelection = sql`exists (select 1 from selections s where s.panel_id = "panels"."id")`
