/** Lists of questionnaires: those that ask the visitor, and those whose author the visitor is or works beside. */
import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { composedBy, entitled, questionnaireVisibleTo } from '#db/reach/questionnaires.ts'
import { everywhere, scopesOf } from '#db/reach/viewer.ts'
import { drafts, organisations, participations, questionnaires, stages } from '#db/schema/index.ts'
import { type QuestionnaireRow, type Term, termNow, termOf } from './facts.server.ts'
import type { QuestionnaireFacts } from './rules.ts'

export interface Listed {
  number: number
  kind: QuestionnaireRow['kind']
  title: string
  organisation: string
  draft: { slug: string; title: string } | null
  term: Term | null
  state: QuestionnaireFacts['term']
  published: boolean
  answered: number
  /** the visitor is asked, and has answered */
  asked: boolean
  done: boolean
  staff: boolean
}

const titleOf = sql<string>`(select v.form ->> 'title' from questionnaire_versions v
  where v.questionnaire_id = ${questionnaires.id} order by v.published_at is null, v.number desc limit 1)`
const isPublished = sql<boolean>`exists (select 1 from questionnaire_versions v
  where v.questionnaire_id = ${questionnaires.id} and v.published_at is not null)`
const answeredCount = sql<number>`(select count(*)::int from participations c
  where c.questionnaire_id = ${questionnaires.id} and c.answered)`

/** Everything within reach, newest first: a page of `limit`, before a public number. */
export async function listQuestionnaires(
  ctx: Ctx,
  { before, draftId, limit = 30 }: { before?: number; draftId?: string; limit?: number } = {},
): Promise<{ rows: Listed[]; next: number | null }> {
  const viewer = viewerOf(ctx)
  const personId = viewer.personId
  const done = personId
    ? sql<boolean>`exists (select 1 from ${participations} where ${participations.questionnaireId} = ${questionnaires.id}
        and ${participations.personId} = ${personId} and ${participations.answered})`
    : sql<boolean>`false`
  const rows = await ctx.db
    .select({
      row: questionnaires,
      organisation: organisations.shortName,
      draft: { slug: drafts.slug, title: drafts.title },
      stage: { firstDay: stages.firstDay, lastDay: stages.lastDay },
      ...{ title: titleOf, published: isPublished, answered: answeredCount, done },
      ...{ asked: entitled(viewer), staff: composedBy(viewer) },
    })
    .from(questionnaires)
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId))
    .leftJoin(drafts, eq(drafts.id, questionnaires.draftId))
    .leftJoin(stages, eq(stages.id, questionnaires.stageId))
    .where(
      and(
        questionnaireVisibleTo(viewer),
        isNull(questionnaires.discardedAt),
        before === undefined ? undefined : sql`${questionnaires.number} < ${before}`,
        draftId === undefined ? undefined : eq(questionnaires.draftId, draftId),
      ),
    )
    .orderBy(desc(questionnaires.number))
    .limit(limit + 1)
  const shown = rows.slice(0, limit).map(({ row, stage, ...rest }): Listed => {
    const term = termOf(row, stage)
    return { ...rest, number: row.number, kind: row.kind, term, state: termNow(ctx, row, term) }
  })
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null }
}

/** Organisations for which the actor composes questionnaires, as choices; none: the actor composes none. */
export async function composingOrganisations(ctx: ActingCtx): Promise<{ id: string; name: string }[]> {
  const { actor } = ctx
  const all = everywhere(actor, 'questionnaire.edit')
  const own = scopesOf(actor, 'questionnaire.edit', 'organisation')
  const places = scopesOf(actor, 'questionnaire.edit', 'municipality')
  if (!all && own.length === 0 && places.length === 0) return []
  // Over the whole region: those of the region itself, and where the actor works; schools have their own people.
  const ofRegion = sql`${organisations.tier} = 'regional' or ${organisations.id} in (select e.organisation_id
    from employments e where e.person_id = ${actor.personId} and e.during @> ${actor.today}::date)`
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      or(
        all ? ofRegion : undefined,
        own.length > 0 ? inArray(organisations.id, own) : undefined,
        places.length > 0 ? inArray(organisations.municipalityId, places) : undefined,
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(300)
}
