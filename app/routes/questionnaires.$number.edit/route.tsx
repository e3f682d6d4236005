import { Form, useLoaderData } from '@remix-run/react'
import { questionTypes } from '#app/domain/questionnaires/composing.ts'
import { sheetTypes } from '#app/domain/questionnaires/sheet-faults.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { serve } from '#app/web/serve.server.ts'
import { ComposeHead } from './compose-head.tsx'
import { composedPage } from './composed.server.ts'
import styles from './edit.module.css'
import { QuestionLine } from './question-line.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { page } = await composedPage(args)
  return { ...page, page }
})

export default function EditPage() {
  const { page } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.compose
  const address = `/questionnaires/${page.number}`
  const { questions } = page.form
  return (
    <Page width="text">
      <ComposeHead page={page} current="questions" />
      <Stack gap={4}>
        {questions.length === 0 && <EmptyState title={words.noQuestions}>{words.noQuestionsText}</EmptyState>}
        <ol className={styles.list}>
          {questions.map((question, at) => (
            <QuestionLine
              key={question.code}
              question={question}
              address={address}
              first={at === 0}
              last={at === questions.length - 1}
              faults={page.faults.filter((fault) => fault.question === question.code)}
            />
          ))}
        </ol>
        <form action={`${address}/questions/new`}>
          <Row>
            <Select
              name="type"
              label={words.addLabel}
              options={(page.kind === 'sheet' ? sheetTypes : questionTypes).map((value) => ({
                value,
                label: words.types[value],
              }))}
            />
            <Button>{words.add}</Button>
          </Row>
        </form>
        {page.composing !== null && <Publication />}
        <Row>
          <Act to="copy" label={words.copy} />
          {page.mayClose && <Act to="closing" label={words.close} />}
          {page.mayDiscard && <Act to="discarding" label={words.discard} danger />}
        </Row>
      </Stack>
    </Page>
  )
}

function Publication() {
  const { page } = useLoaderData<typeof loader>()
  const { compose: words, sheet } = useMessages().questionnaires
  if (page.faults.length > 0) {
    return (
      <Notice kind="warn" title={words.faults}>
        {[...new Set(page.faults.map(({ text }) => text))].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Notice>
    )
  }
  return (
    <Form method="post" action={`/questionnaires/${page.number}/publication`}>
      <input type="hidden" name="seen" value={page.seen} />
      <Button look="main">{words.publish}</Button>
      <p className={styles.hint}>{page.kind === 'sheet' ? sheet.publishHint : words.publishHint}</p>
    </Form>
  )
}

function Act({ to, label, danger }: { to: string; label: string; danger?: boolean }) {
  const { page } = useLoaderData<typeof loader>()
  return (
    <Form method="post" action={`/questionnaires/${page.number}/${to}`}>
      <Button look={danger ? 'danger' : 'default'}>{label}</Button>
    </Form>
  )
}
