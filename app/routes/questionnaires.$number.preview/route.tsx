import { useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/problem.ts'
import { QuestionField } from '#app/routes/questionnaires.$number._index/question-field.tsx'
import { ComposeHead } from '#app/routes/questionnaires.$number.edit/compose-head.tsx'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { QuestionFields } from '#app/routes/sheets.$id._index/question-fields.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page, state } = await composedPage(args)
  const asked = args.url.searchParams.get('version')
  const version = asked === null ? null : state.versions.find(({ number }) => String(number) === asked)
  if (version === undefined) throw new Problem('not-found')
  return { ...page, page, form: version?.form ?? page.form, version: version?.number ?? null }
})

/** All questions as they will look, those with conditions too; nothing is sent from here. */
export default function PreviewPage() {
  const { page, form, version } = useLoaderData<typeof loader>()
  const { questionnaires, panels } = useMessages()
  const [words, sheet] = [questionnaires.sheet, panels.sheet]
  return (
    <Page width="text">
      <ComposeHead page={page} current="preview" />
      <Stack gap={3}>
        {version !== null && <p>{words.versionOf(version)}</p>}
        {form.intro && (
          <Prose lang="ru">
            <p>{form.intro}</p>
          </Prose>
        )}
        {form.questions.map((question, at) =>
          page.kind === 'sheet' && question.type !== 'section' ? (
            <QuestionFields
              key={question.code}
              question={question}
              typed={{}}
              place={sheet.question(at + 1, form.questions.length)}
            />
          ) : (
            <QuestionField key={question.code} question={question} typed={{}} files={{}} />
          ),
        )}
      </Stack>
    </Page>
  )
}
