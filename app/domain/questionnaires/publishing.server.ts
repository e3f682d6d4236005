/** Publishing of questionnaires: the sheets of content/ become published versions; a changed text adds a version. */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import { atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { SheetTemplate } from '#content/types.ts'
import { type Form, questionnaires, questionnaireVersions } from '#db/schema/index.ts'
import { commentQuestion, verdictQuestion } from './sheet-questions.ts'
import { usualSheetRules } from './sheet-rules.ts'

export type PublishedForm = { id: string; code: string; number: number; form: Form; sha256: string }

/** Makes published what content/ holds and the database does not yet; returns how many versions were added. */
export async function publishSheets(ctx: Ctx): Promise<number> {
  let added = 0
  for (const template of content().sheets)
    if (await publishForm(ctx, template.code, formOfSheet(template))) added += 1
  return added
}

/** Publishes a form under its code; false when its newest version is the same text. */
export async function publishForm(
  ctx: Ctx,
  code: string,
  form: Form,
  kind: 'expertise' | 'survey' = 'expertise',
): Promise<boolean> {
  return atomically(ctx, async (ctx) => {
    const hash = sha256(form)
    await ctx.db.insert(questionnaires).values({ id: uuidv7(), code, kind }).onConflictDoNothing()
    const [row] = await ctx.db
      .select()
      .from(questionnaires)
      .where(eq(questionnaires.code, code))
      .for('update')
    const { id } = found(row)
    const [newest] = await ctx.db
      .select()
      .from(questionnaireVersions)
      .where(eq(questionnaireVersions.questionnaireId, id))
      .orderBy(desc(questionnaireVersions.number))
      .limit(1)
    if (newest?.sha256 === hash) return false
    const version = {
      id: uuidv7(),
      questionnaireId: id,
      number: (newest?.number ?? 0) + 1,
      form,
      sha256: hash,
    }
    await ctx.db.insert(questionnaireVersions).values({ ...version, publishedAt: ctx.now })
    await record(
      ctx,
      'questionnaire.published',
      { kind: 'questionnaire', id },
      { version: version.id, sha256: hash },
    )
    return true
  })
}

/** The newest published version of a form; Problem('questionnaire-unknown') when there is none. */
export async function newestForm(ctx: Pick<Ctx, 'db'>, code: string): Promise<PublishedForm> {
  const [row] = await ctx.db
    .select(shown)
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(and(eq(questionnaires.code, code), isNotNull(questionnaireVersions.publishedAt)))
    .orderBy(desc(questionnaireVersions.number))
    .limit(1)
  if (!row) throw new Problem('questionnaire-unknown', {}, 'questionnaire')
  return row
}

/** A version by id. */
export async function formOf(ctx: Pick<Ctx, 'db'>, versionId: string): Promise<PublishedForm> {
  const [row] = await ctx.db
    .select(shown)
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(eq(questionnaireVersions.id, versionId))
  return found(row)
}

const shown = {
  id: questionnaireVersions.id,
  code: questionnaires.code,
  number: questionnaireVersions.number,
  form: questionnaireVersions.form,
  sha256: questionnaireVersions.sha256,
}

/** The form of an expert sheet: its criteria, then the verdict and room for a comment. Documents are Russian. */
export function formOfSheet(template: SheetTemplate): Form {
  const scale = [...template.scale].sort((a, b) => a.value - b.value).map(({ title }) => title.ru)
  const criteria = template.criteria.map((criterion) => ({
    code: criterion.code,
    type: 'scale' as const,
    title: criterion.title.ru,
    hint: criterion.question.ru,
    required: true,
    scale,
    weight: criterion.weight,
    reasonRequired: criterion.reasonRequired,
    evidence: criterion.evidence !== 'none',
    notApplicable: true,
  }))
  const options = template.verdicts.map(({ code, title }) => ({ code, title: title.ru }))
  return {
    title: template.title.ru,
    intro: template.intro.ru,
    sheet: { ...usualSheetRules(), ...template.rules },
    questions: [
      ...criteria,
      {
        code: verdictQuestion,
        type: 'one',
        title: template.verdict.ru,
        required: true,
        options,
        reasonRequired: true,
      },
      { code: commentQuestion, type: 'text', title: template.comment.ru, required: false },
    ],
  }
}
