/** Surveying: the person answers the survey of requirements; the answers are a response of the room of questionnaires. */

import { enterStatement } from '#app/domain/assessment/entering-facts.server.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { answersOf, openResponse, sendResponse } from '#app/domain/questionnaires/answering.server.ts'
import { answersIn, type Typed } from '#app/domain/questionnaires/fields.ts'
import { newestForm, publishForm } from '#app/domain/questionnaires/publishing.server.ts'
import { sendingFaults } from '#app/domain/questionnaires/sending.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { type ApplicationFound, factsOf, lockApplication, moveTo } from './application.server.ts'
import { declaredIn, surveyForm, unmetOf } from './requirements.ts'
import { wayRules } from './rules.ts'
import { addStep, processorsOf } from './steps.server.ts'

/** Sends the answers and the statement in them. Problems: application-state, and those of questions at their fields. */
export async function sendSurvey(ctx: ActingCtx, number: number, typed: Typed): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['survey'])
    authorize(wayRules.self, ctx.actor, await factsOf(ctx, one))
    const { requirements, terms } = content().applications
    const form = surveyForm(requirements, one.directionCode)
    const given = answersIn(form, typed)
    const [fault] = sendingFaults(form, given)
    if (fault) throw new Problem(fault.code, fault.facts, fault.question)
    const code = `requirements-${one.directionCode}`
    await publishForm(ctx, code, form, 'survey')
    const { id: versionId } = await newestForm(ctx, code)
    const about = { versionId, personId: one.personId, objectKind: 'application', objectId: one.id }
    const responseId = await openResponse(ctx, about)
    await sendResponse(ctx, responseId, given)
    const declared = declaredIn(requirements, one.directionCode, given)
    if (declared !== null) await enterStatement(ctx, one.personId, declared)
    await moveTo(ctx, one.id, 'review', { days: terms.decision, responseId })
    const tell = [{ people: await processorsOf(ctx, one.directionId), at: 'desk' as const }]
    await addStep(ctx, one, 'surveyed', { tell })
  })
}

/** What was answered, in words, and what does not meet the requirements; null before the survey. Only for who may read it. */
export async function surveyOf(ctx: Ctx, { responseId, directionCode }: ApplicationFound) {
  if (!responseId) return null
  const answers = await answersOf(ctx, responseId)
  const { requirements } = content().applications
  const form = surveyForm(requirements, directionCode)
  const unmet = unmetOf(requirements, directionCode, answers)
  const said = form.questions.flatMap(({ code, title, options }) => {
    const value = answers.find(({ question }) => question === code)?.value
    if (value === undefined || value === null) return []
    const chosen = options?.find((option) => option.code === value)?.title
    return [{ code, title, value: chosen ?? String(value), unmet: unmet.includes(title) }]
  })
  return { said, unmet }
}
