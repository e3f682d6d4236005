import { pointed, type SheetAnswer, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { typedAnswers } from '#app/domain/panels/sheets/sheet-form.ts'
import { idOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** The answers that a sheet's form carries. */
export async function answersIn({ ctx, params }: Args, form: FormData): Promise<SheetAnswer[]> {
  const { form: questions, state } = await sheetOf(acting(ctx), idOf(params.id))
  return pointed(ctx, state.panel.versionId, typedAnswers(questions, form))
}
