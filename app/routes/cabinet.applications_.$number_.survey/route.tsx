import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { unsentOf } from '#app/domain/accounts/unsent.server.ts'
import { SurveySent } from '#app/domain/assessment/way/forms.ts'
import { surveyForm } from '#app/domain/assessment/way/requirements.ts'
import { sendSurvey, unsentSurvey } from '#app/domain/assessment/way/surveying.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { typedIn } from '#app/domain/questionnaires/fields.ts'
import { ownStage } from '#app/routes/cabinet.applications_.$number/own-stage.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { checkWriter } from '#app/web/writer.server.ts'
import { content } from '#content/load.ts'
import { SurveyFields } from './survey-fields.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const mine = acting(ctx)
  const { number, directionCode, direction } = await ownStage(mine, numberOf(params.number), ['survey'])
  const form = surveyForm(content().applications.requirements, directionCode)
  const writer = String(mine.actor.number)
  const kept = await unsentOf(mine, unsentSurvey(number))
  return { title: t.applications.survey.title, number, direction, form, writer, kept: kept?.fields ?? {} }
})

/** The answers are the form's own; what they must be the command knows. */
export const action = serveForm(SurveySent, async ({ ctx, params, value, form }) => {
  const mine = acting(ctx)
  checkWriter(mine, value.writer)
  const number = numberOf(params.number)
  const { directionCode } = await ownStage(mine, number, ['survey'])
  const asked = surveyForm(content().applications.requirements, directionCode)
  await sendSurvey(mine, number, typedIn(asked, form))
  return done(`/cabinet/applications/${number}`, 'answersSent')
})

export default function SurveyPage() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<SubmissionResult<string[]>>()
  return <SurveyFields view={view} reply={reply} />
}
