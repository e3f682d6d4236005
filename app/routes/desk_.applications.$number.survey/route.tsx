import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SurveyDictated } from '#app/domain/assessment/way/forms.ts'
import { surveyForm } from '#app/domain/assessment/way/requirements.ts'
import { dictateSurvey } from '#app/domain/assessment/way/surveying.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { typedIn } from '#app/domain/questionnaires/fields.ts'
import { SurveyQuestions } from '#app/routes/cabinet.applications_.$number_.survey/survey-fields.tsx'
import { deskStage } from '#app/routes/desk_.applications.$number._index/desk-stage.server.ts'
import { scanIn } from '#app/routes/desk_.applications.$number.paper/scan.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { Source } from './source.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const one = await deskStage(acting(ctx), numberOf(params.number), ['survey'], 'dictate')
  return {
    ...{ title: t.applications.desk.dictateTitle, number: one.number },
    form: surveyForm(content().applications.requirements, one.directionCode),
    megabytes: content().settings.uploads.maxMegabytes,
  }
})

/** The questions are the direction's own, so the command reads them. */
export const action = serveForm(SurveyDictated, async ({ ctx, params, value, form, services }) => {
  const mine = acting(ctx)
  const number = numberOf(params.number)
  const { directionCode } = await deskStage(mine, number, ['survey'], 'dictate')
  const typed = typedIn(surveyForm(content().applications.requirements, directionCode), form)
  const scan = await scanIn(value.file, services.config.dataDir)
  await dictateSurvey(mine, number, typed, { how: value.how, signedOn: value.signedOn, scan })
  return done(`/desk/applications/${number}`, 'answersSent')
})

export default function DictatedSurveyPage() {
  const { title, number, form, megabytes } = useLoaderData<typeof loader>()
  const reply = useActionData<SubmissionResult<string[]>>()
  const { applications, ui } = useMessages()
  const words = applications.desk
  const back = `/desk/applications/${number}`
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: back, label: applications.numbered(number) }]}
        title={title}
        lead={words.dictateLead}
      />
      <Form method="post" encType="multipart/form-data" noValidate>
        <Stack gap={3}>
          <SurveyQuestions form={form} reply={reply} typed={{}} />
          <Source reply={reply} megabytes={megabytes} />
          <Row>
            <Button look="main">{words.dictateSubmit}</Button>
            <LinkButton href={back}>{ui.cancel}</LinkButton>
          </Row>
        </Stack>
      </Form>
    </Page>
  )
}
