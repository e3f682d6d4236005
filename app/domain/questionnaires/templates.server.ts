/** Templates of expert sheets: forms of kind «sheet» that were built in the site, and those of content/. */
import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { composedBy } from '#db/reach/questionnaires.ts'
import { type Form, questionnaires, questionnaireVersions } from '#db/schema/index.ts'
import { formOfSheet, newestForm } from './publishing.server.ts'
import { commentQuestion, verdictQuestion } from './sheet-questions.ts'
import { usualSheetRules } from './sheet-rules.ts'

/** A sheet to begin with: as another one is, or with the verdict and the comment that every sheet has. */
export async function sheetFrom(ctx: Pick<Ctx, 'db'>, { title, intro }: Form, base: string): Promise<Form> {
  const own = { title, ...(intro ? { intro } : {}) }
  if (base !== '') {
    const { form } = await newestForm(ctx, base)
    return { ...form, ...own, sheet: form.sheet ?? usualSheetRules() }
  }
  const [usual] = content().sheets
  const common = usual ? formOfSheet(usual).questions : []
  const questions = common.filter(({ code }) => code === verdictQuestion || code === commentQuestion)
  return { ...own, sheet: usualSheetRules(), questions }
}

/** Published sheets that the viewer may ask a panel to fill: those of the platform, and those of the own organisations. */
export async function sheetTemplates(
  ctx: Ctx,
): Promise<{ code: string; title: string; number: number; version: number }[]> {
  const rows = await ctx.db
    .selectDistinctOn([questionnaires.number], {
      code: questionnaires.code,
      number: questionnaires.number,
      version: questionnaireVersions.number,
      title: sql<string>`${questionnaireVersions.form} ->> 'title'`,
    })
    .from(questionnaires)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.questionnaireId, questionnaires.id))
    .where(
      and(
        isNotNull(questionnaireVersions.publishedAt),
        isNull(questionnaires.discardedAt),
        sql`${questionnaireVersions.form} ? 'sheet'`,
        or(isNull(questionnaires.authorId), and(eq(questionnaires.kind, 'sheet'), composedBy(viewerOf(ctx)))),
      ),
    )
    .orderBy(questionnaires.number, desc(questionnaireVersions.number))
  return rows
}
