import { useLoaderData } from '@remix-run/react'
import { QuestionField } from '#app/routes/questionnaires.$number._index/question-field.tsx'
import { ComposeHead } from '#app/routes/questionnaires.$number.edit/compose-head.tsx'
import { composedPage } from '#app/routes/questionnaires.$number.edit/composed.server.ts'
import { Page, Stack } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { serve } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page } = await composedPage(args)
  return { ...page, page }
})

/** All questions as they will look, those with conditions too; nothing is sent from here. */
export default function PreviewPage() {
  const { page } = useLoaderData<typeof loader>()
  return (
    <Page width="text">
      <ComposeHead page={page} current="preview" />
      <Stack gap={3}>
        {page.form.intro && (
          <Prose lang="ru">
            <p>{page.form.intro}</p>
          </Prose>
        )}
        {page.form.questions.map((question) => (
          <QuestionField key={question.code} question={question} typed={{}} files={{}} />
        ))}
      </Stack>
    </Page>
  )
}
