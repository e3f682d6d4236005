import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { fieldsOf } from '#app/domain/panels/sheets/sheet-form.ts'
import { Button } from '#app/ui/button.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Conflict, Outbox } from './outbox.tsx'
import type { sheetPage } from './page.server.ts'
import { QuestionFields } from './question-fields.tsx'
import styles from './sheet.module.css'
import { useAsked } from './use-asked.ts'
import { useOutbox } from './use-outbox.ts'

/** The form of a sheet. It saves itself while one types where there is JavaScript; its buttons work without. */
export function SheetForm() {
  const { id, form, values, passages, left, edition, writer } = useLoaderData<typeof sheetPage>()
  const { sheet: words } = useMessages().panels
  const reply = useActionData<SubmissionResult<string[]>>()
  const element = useRef<HTMLFormElement>(null)
  const outbox = useOutbox(element, { address: `/sheets/${id}/saving`, owner: String(writer), edition })
  const typed = (reply?.initialValue ?? values) as Record<string, string | undefined>
  const asked = useAsked(element, form, typed)
  const errors = Object.entries(reply?.error ?? {}).flatMap(([code, texts]) =>
    (texts ?? []).map((text) => (code === '' ? { text } : { text, field: fieldsOf(code).reason })),
  )
  return (
    <Form method="post" action={`/sheets/${id}`} ref={element} noValidate>
      <Stack gap={3}>
        <input type="hidden" name="writer" value={writer} />
        <FormErrors errors={errors} />
        {form.questions.map((question, at) => (
          <QuestionFields
            key={question.code}
            question={question}
            typed={typed}
            place={words.question(at + 1, form.questions.length)}
            error={reply?.error?.[question.code] ?? undefined}
            hidden={!asked.has(question.code)}
          />
        ))}
        <datalist id="passages">
          {passages.map(({ blockId, address, words }) => (
            <option key={blockId} value={address}>
              {words}
            </option>
          ))}
        </datalist>
        <div className={styles.foot}>
          <Conflict outbox={outbox} />
          <Outbox outbox={outbox} rest={words.rest(left)} />
          <Row>
            <Button look="main" formAction={`/sheets/${id}/sending`}>
              {words.send}
            </Button>
            <Button>{words.save}</Button>
          </Row>
          <p className={styles.hint}>{words.sendHint}</p>
        </div>
      </Stack>
    </Form>
  )
}
