/** The rubric of reviewers: a form of content/, published at every start when its text is new. */
import type { Ctx } from '#app/domain/ctx.ts'
import { formOfSheet, publishForm } from '#app/domain/questionnaires/publishing.server.ts'
import { content } from '#content/load.ts'

/** True when a version was added. A rubric is no template of expert sheets, so it has none of their rules. */
export async function publishRubric(ctx: Ctx): Promise<boolean> {
  const { rubric } = content().practices
  const { sheet: _, ...form } = formOfSheet(rubric)
  return publishForm(ctx, rubric.code, form)
}
