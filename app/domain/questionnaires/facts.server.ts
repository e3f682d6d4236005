/** A questionnaire within reach with what its rules weigh; under lock where something is to change or be received. */
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Ctx, dayOf, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { composedBy, entitled, questionnaireVisibleTo } from '#db/reach/questionnaires.ts'
import {
  drafts,
  organisations,
  participations,
  questionnaires,
  questionnaireVersions,
  stages,
} from '#db/schema/index.ts'
import type { QuestionnaireFacts } from './rules.ts'

export type QuestionnaireRow = typeof questionnaires.$inferSelect
export type VersionRow = typeof questionnaireVersions.$inferSelect
export interface Term {
  firstDay: string
  lastDay: string
}
export interface QuestionnaireState {
  row: QuestionnaireRow
  organisation: { id: string; name: string; shortName: string }
  draft: { slug: string; title: string } | null
  stage: { title: string } | null
  term: Term | null
  /** newest first */
  versions: VersionRow[]
  /** the newest published one: what is answered */
  current: VersionRow | null
  /** the one being composed */
  composing: VersionRow | null
  /** the viewer composes questionnaires of this organisation */
  staff: boolean
  /** the viewer's line: whether invited, whether answered, which answer counts */
  own: typeof participations.$inferSelect | null
  facts: QuestionnaireFacts
}

/** A questionnaire by its public number; Problem('not-found') out of reach. */
export async function questionnaireByNumber(ctx: Ctx, number: number): Promise<QuestionnaireState> {
  return stateOf(ctx, eq(questionnaires.number, number))
}

/** The same by id, after waiting for whoever answers or changes it now. */
export async function lockQuestionnaire(ctx: Ctx, id: string): Promise<QuestionnaireState> {
  await ctx.db
    .select({ id: questionnaires.id })
    .from(questionnaires)
    .where(eq(questionnaires.id, id))
    .for('update')
  return stateOf(ctx, eq(questionnaires.id, id))
}

async function stateOf(ctx: Ctx, one: SQL): Promise<QuestionnaireState> {
  const viewer = viewerOf(ctx)
  const [shown] = await ctx.db
    .select({
      row: questionnaires,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        shortName: organisations.shortName,
        municipalityId: organisations.municipalityId,
      },
      draft: { slug: drafts.slug, title: drafts.title },
      stage: { title: stages.title, firstDay: stages.firstDay, lastDay: stages.lastDay },
      staff: composedBy(viewer),
      entitled: entitled(viewer),
      count: answeredCount,
    })
    .from(questionnaires)
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId))
    .leftJoin(drafts, eq(drafts.id, questionnaires.draftId))
    .leftJoin(stages, eq(stages.id, questionnaires.stageId))
    .where(and(one, questionnaireVisibleTo(viewer)))
  const { row, organisation, draft, stage, staff, entitled: asked, count } = found(shown)
  const versions = await ctx.db
    .select()
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.questionnaireId, row.id))
    .orderBy(desc(questionnaireVersions.number))
  const current = versions.find(({ publishedAt }) => publishedAt !== null) ?? null
  const term = termOf(row, stage)
  const own = await ownLine(ctx, row.id)
  return {
    ...{ row, organisation, draft, stage, term, versions, current, staff, own },
    composing: versions.find(({ publishedAt }) => publishedAt === null) ?? null,
    facts: {
      place: { organisationId: organisation.id, municipalityId: organisation.municipalityId },
      published: current !== null,
      discarded: row.discardedAt !== null,
      term: termNow(ctx, row, term),
      entitled: asked,
      answered: own?.answered ?? false,
      editable: row.editable,
      anonymous: row.anonymous,
      audience: row.audience,
      results: row.results,
      count,
      minimum: content().settings.questionnaires.minimum,
    },
  }
}

const answeredCount = sql<number>`(select count(*)::int from ${participations}
  where ${participations.questionnaireId} = ${questionnaires.id} and ${participations.answered})`

/** The days on which answers are taken: the own ones, else those of the stage. */
export function termOf(row: Pick<QuestionnaireRow, 'firstDay' | 'lastDay'>, stage: Term | null): Term | null {
  if (row.firstDay && row.lastDay) return { firstDay: row.firstDay, lastDay: row.lastDay }
  return stage ? { firstDay: stage.firstDay, lastDay: stage.lastDay } : null
}

/** Where the term stands at the moment of receipt; whether some job ran does not matter. */
export function termNow(
  { now, zone }: Pick<Ctx, 'now' | 'zone'>,
  row: Pick<QuestionnaireRow, 'closedAt'>,
  term: Term | null,
): QuestionnaireFacts['term'] {
  if (row.closedAt !== null && row.closedAt <= now) return 'closed'
  if (!term) return 'none'
  const today = dayOf(now, zone)
  if (today < term.firstDay) return 'before'
  return today <= term.lastDay ? 'open' : 'closed'
}

async function ownLine(ctx: Ctx, questionnaireId: string) {
  if (!ctx.actor) return null
  const { personId } = ctx.actor
  const own = and(eq(participations.questionnaireId, questionnaireId), eq(participations.personId, personId))
  return (await ctx.db.select().from(participations).where(own))[0] ?? null
}

/** Published questionnaires of a draft that the viewer may know of, by number. */
export async function questionnairesOfDraft(
  ctx: Ctx,
  draftId: string,
): Promise<{ number: number; title: string }[]> {
  const rows = await ctx.db
    .selectDistinctOn([questionnaires.number], {
      number: questionnaires.number,
      title: sql<string>`${questionnaireVersions.form} ->> 'title'`,
    })
    .from(questionnaires)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.questionnaireId, questionnaires.id))
    .where(
      and(
        eq(questionnaires.draftId, draftId),
        isNull(questionnaires.discardedAt),
        sql`${questionnaireVersions.publishedAt} is not null`,
        questionnaireVisibleTo(viewerOf(ctx)),
      ),
    )
    .orderBy(questionnaires.number, desc(questionnaireVersions.number))
  return rows
}
