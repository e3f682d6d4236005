import type { ActingCtx } from '#app/domain/ctx.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { attachFile, ownFiles } from '#app/domain/questionnaires/attaching.server.ts'
import { type QuestionnaireState, questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { answersIn, fieldsOf, type Typed, typedIn } from '#app/domain/questionnaires/fields.ts'
import { sendingFaults } from '#app/domain/questionnaires/sending.ts'
import { keepTyped } from '#app/domain/questionnaires/taking.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { checkWriter } from '#app/web/writer.server.ts'

/** Keeps the words of a form first, then its files: a refused file loses no words. */
export async function keepForm({ ctx, params, services }: Args, form: FormData) {
  const mine = acting(ctx)
  checkWriter(mine, String(form.get('writer') ?? ''))
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  if (!state.current) throw new Problem('questionnaire-unpublished')
  const typed = await withoutForeign(mine, state, typedIn(state.current.form, form), form)
  await keepTyped(mine, state, typed)
  let attached = false
  for (const question of state.current.form.questions) {
    const file = question.type === 'file' ? form.get(fieldsOf(question.code).upload) : null
    if (!(file instanceof File) || file.size === 0) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { dataDir } = services.config
    const id = await attachFile(mine, dataDir, state, question, { name: file.name, bytes }).catch((error) => {
      // The store names its own field; here it is the question's.
      throw error instanceof Problem ? new Problem(error.code, error.facts, question.code) : error
    })
    typed[fieldsOf(question.code).value] = id
    attached = true
  }
  if (attached) await keepTyped(mine, state, typed)
  return { state, typed }
}

/** A file answer is one of the actor's own, and not one that was to be taken off. */
async function withoutForeign(ctx: ActingCtx, state: QuestionnaireState, typed: Typed, form: FormData) {
  const questions = state.current?.form.questions.filter(({ type }) => type === 'file') ?? []
  if (questions.length === 0) return typed
  const own = new Set((await ownFiles(ctx, state.row.id)).map(({ id }) => id))
  const clean = { ...typed }
  for (const { code } of questions) {
    const names = fieldsOf(code)
    if (form.get(names.drop) === 'on' || !own.has(clean[names.value] ?? '')) delete clean[names.value]
  }
  return clean
}

/** What keeps the words from being sent, as sentences by question. */
export function faultsOf({ t }: Pick<Args, 't'>, state: QuestionnaireState, typed: Typed) {
  const form = state.current?.form
  const faults = form ? sendingFaults(form, answersIn(form, typed)) : []
  return faults.map(({ question, code, facts }) => ({
    question,
    text: sentenceOf(t, new Problem(code, facts)),
  }))
}
