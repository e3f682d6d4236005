import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { type Said, saidParts } from './parts.ts'

/** An appeal to another moderator. */
export function Appeal() {
  const words = useMessages().moderation.own
  const { form, errors, input, value } = useServerForm<{ words: string; step: string }>()
  return (
    <section>
      <Form method="post" {...form}>
        <Stack gap={2}>
          <h2>{words.appealTitle}</h2>
          <p>{words.appealLead}</p>
          {value('step') === 'appeal' && <FormErrors errors={errors} />}
          <input type="hidden" name="step" value="appeal" />
          <TextArea label={words.appealWords} required maxLength={5000} {...input('words')} />
          <div>
            <Button>{words.appealSend}</Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}

/** Words that were given back, each of their parts to be corrected. */
export function Correction({ text }: { text: Said }) {
  const { own: words, case: named } = useMessages().moderation
  const parts = saidParts(text)
  const { form, errors, input, value } = useServerForm<Record<string, string>>({
    ...Object.fromEntries(parts.map(({ part, said }) => [part, said])),
    step: 'correct',
  })
  return (
    <section>
      <Form method="post" {...form}>
        <Stack gap={2}>
          <h2>{words.correctTitle}</h2>
          <p>{words.correctLead}</p>
          {value('step') === 'correct' && <FormErrors errors={errors} />}
          <input type="hidden" name="step" value="correct" />
          {parts.map(({ part, said }) => (
            <TextArea
              key={part}
              label={part === 'body' ? words.correctWords : named.parts[part]}
              maxLength={5000}
              {...input(part)}
              defaultValue={value('step') === 'correct' ? input(part).defaultValue : said}
            />
          ))}
          <div>
            <Button look="main">{words.correctSend}</Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}
