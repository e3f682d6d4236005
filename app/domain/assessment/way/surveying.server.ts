/** Surveying: the person answers the survey of requirements, or whoever helps enters it; the answers are a response of the room of questionnaires. */
import { dropUnsent } from '#app/domain/accounts/unsent.server.ts'
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
import { keepScan, type Scan } from './scans.server.ts'
import { addStep, processorsOf } from './steps.server.ts'

/** Sends the answers and the statement in them. Problems: application-state, and those of questions at their fields. */
export async function sendSurvey(ctx: ActingCtx, number: number, typed: Typed): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['survey'])
    authorize(wayRules.self, ctx.actor, await factsOf(ctx, one))
    await take(ctx, one, typed, {})
    await dropUnsent(ctx, unsentSurvey(number))
  })
}

/** What somebody else enters for the person: from a paper, or as the person said on a day. */
export interface Dictated {
  how: 'paper' | 'spoken'
  signedOn: string
  scan: Scan | null
}

/**
 * Enters the answers of a person without an account; the person sees later who did and from what. Problems at
 * `signedOn`: day-ahead; at `file`: required for a paper; application-account.
 */
export async function dictateSurvey(
  ctx: ActingCtx,
  number: number,
  typed: Typed,
  { how, signedOn, scan }: Dictated,
): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const one = await lockApplication(ctx, number, ['survey'])
    authorize(wayRules.dictate, ctx.actor, await factsOf(ctx, one))
    if (signedOn > ctx.actor.today) throw new Problem('day-ahead', {}, 'signedOn')
    if (how === 'paper' && !scan) throw new Problem('required', {}, 'file')
    const fileId = scan && (await keepScan(ctx, one.id, scan))
    await take(ctx, one, typed, { how, signedOn, fileId })
  })
}

/** The key under which answers that are not sent yet are kept. */
export const unsentSurvey = (number: number) => `application-survey:${number}`

async function take(
  ctx: ActingCtx,
  one: ApplicationFound,
  typed: Typed,
  by: { how?: Dictated['how']; signedOn?: string; fileId?: string | null },
) {
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
  await sendResponse(ctx, responseId, given, one.personId)
  const declared = declaredIn(requirements, one.directionCode, given)
  if (declared !== null) await enterStatement(ctx, one.personId, declared)
  await moveTo(ctx, one.id, 'review', { days: terms.decision, responseId })
  const tell = [
    { people: await processorsOf(ctx, one.directionId), at: 'desk' as const },
    ...(by.how ? [{ people: [one.personId], at: 'cabinet' as const }] : []),
  ]
  await addStep(ctx, one, 'surveyed', { ...by, tell })
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
