import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { numberOf, Problem } from '#app/domain/problem.ts'
import { fileNames } from '#app/domain/questionnaires/attaching.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { answersIn } from '#app/domain/questionnaires/fields.ts'
import { SendingForm } from '#app/domain/questionnaires/page-forms.ts'
import { questionnaireRules } from '#app/domain/questionnaires/rules.ts'
import { sendAnswers, typedBefore } from '#app/domain/questionnaires/taking.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { faultsOf } from '#app/routes/questionnaires.$number._index/typing.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { saidIn } from './said.ts'
import { SaidList } from './said-list.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { ctx, params, t } = args
  const mine = acting(ctx)
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  // Whoever has answered sees the receipt.
  if (state.facts.answered && !state.row.editable) throw redirect(`/questionnaires/${state.row.number}`)
  authorize(questionnaireRules.answer, mine.actor, state.facts)
  if (!state.current) throw new Problem('questionnaire-unpublished')
  const { form, id } = state.current
  const { typed } = await typedBefore(mine, state)
  const given = answersIn(form, typed)
  const files = await fileNames(
    ctx,
    given.flatMap(({ value }) => (isId(value) ? [value] : [])),
  )
  return {
    title: t.questionnaires.check.title,
    number: state.row.number,
    again: state.facts.answered,
    name: form.title,
    versionId: id,
    said: saidIn(form, typed, given, files, t.questionnaires),
    faults: faultsOf(args, state, typed),
  }
})

export const action = serveForm(SendingForm, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  const { typed } = await typedBefore(mine, state)
  await sendAnswers(mine, state.row.id, { versionId: value.version, typed })
  return done(`/questionnaires/${state.row.number}`, 'answersSent')
})

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

export default function ReviewPage() {
  const { title, name, number, again, said, faults, versionId } = useLoaderData<typeof loader>()
  const { questionnaires: words } = useMessages()
  const { errors, form, busy } = useServerForm<Record<'version', string>>()
  const back = `/questionnaires/${number}${again ? '?again' : ''}`
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: back, label: name }]} title={title} lead={words.check.lead} />
      <Stack gap={3}>
        <FormErrors errors={errors.map(({ text }) => ({ text }))} />
        <FormErrors errors={faults.map(({ text }) => ({ text }))} />
        <SaidList said={said} />
        <Form method="post" {...form}>
          <input type="hidden" name="version" value={versionId} />
          <Row>
            {faults.length === 0 && (
              <Button look="main" aria-busy={busy}>
                {words.check.send}
              </Button>
            )}
            <LinkButton href={back}>{words.check.back}</LinkButton>
          </Row>
        </Form>
      </Stack>
    </Page>
  )
}
