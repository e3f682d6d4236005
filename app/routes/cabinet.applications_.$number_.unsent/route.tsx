import { keepUnsent } from '#app/domain/accounts/unsent.server.ts'
import { surveyForm } from '#app/domain/assessment/way/requirements.ts'
import { unsentSurvey } from '#app/domain/assessment/way/surveying.server.ts'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { typedIn } from '#app/domain/questionnaires/fields.ts'
import { ownStage } from '#app/routes/cabinet.applications_.$number/own-stage.server.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'
import { checkWriter } from '#app/web/writer.server.ts'
import { content } from '#content/load.ts'

/** Keeps answers that are being typed. A refusal is silent: the words stay in the form, where they are safe. */
export const action = serveAction(
  async ({ ctx, params, request }) => {
    try {
      const mine = acting(ctx)
      const form = await formOf(request)
      checkWriter(mine, String(form.get('writer') ?? ''))
      const { number, directionCode } = await ownStage(mine, numberOf(params.number), ['survey'])
      const asked = surveyForm(content().applications.requirements, directionCode)
      await keepUnsent(mine, unsentSurvey(number), typedIn(asked, form))
      return Response.json({ savedAt: ctx.now.toISOString() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return Response.json({ savedAt: null }, { status: statusOf(error.code) })
    }
  },
  { guests: true },
)
