import { useLoaderData } from '@remix-run/react'
import { numberOf } from '#app/domain/problem.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { setConduct, stagesFor } from '#app/domain/questionnaires/opening.server.ts'
import { ConductForm } from '#app/domain/questionnaires/page-forms.ts'
import { ComposeHead } from '#app/routes/questionnaires.$number.edit/compose-head.tsx'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page, state } = await composedPage(args)
  const { stageId, firstDay, lastDay, audience, anonymous, editable, results } = state.row
  const stages = await stagesFor(args.ctx, state.row.draftId)
  return {
    ...page,
    ...{ page, minimum: state.facts.minimum },
    stages: stages.map(({ id, title }) => ({ value: id, label: title })),
    values: {
      ...{ stageId: stageId ?? '', firstDay: firstDay ?? '', lastDay: lastDay ?? '', audience, results },
      ...{ anonymous: anonymous ? 'on' : '', editable: editable ? 'on' : '' },
    },
  }
})

export const action = serveForm(ConductForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const { row } = await questionnaireByNumber(mine, numberOf(params.number))
  await setConduct(mine, row.id, value)
  return done(`/questionnaires/${row.number}/conduct`, 'saved')
})

export default function ConductPage() {
  const { page, values, stages, minimum } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.conduct
  const { input, check, ...of } = useServerForm<Record<keyof typeof values, string>>(values)
  const choices = (of: Record<string, string>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }))
  return (
    <Page width="text">
      <ComposeHead page={page} current="conduct" />
      <FieldForm of={of} submit={words.save}>
        <Fieldset legend={words.term} hint={words.termHint} id="term">
          {stages.length > 0 && (
            <Select
              label={words.stage}
              options={[{ value: '', label: words.stageNone }, ...stages]}
              {...input('stageId')}
            />
          )}
          <Row>
            <Field label={words.firstDay} type="date" {...input('firstDay')} />
            <Field label={words.lastDay} type="date" {...input('lastDay')} />
          </Row>
        </Fieldset>
        <Select label={words.audience} options={choices(words.audiences)} {...input('audience')} />
        <Checkbox label={words.anonymous} hint={words.anonymousHint} {...check('anonymous')} />
        <Checkbox label={words.editable} {...check('editable')} />
        <Select
          label={words.results}
          hint={words.resultsHint(minimum)}
          options={choices(words.resultsOf)}
          {...input('results')}
        />
      </FieldForm>
    </Page>
  )
}
