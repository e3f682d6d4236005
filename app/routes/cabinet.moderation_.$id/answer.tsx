import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

/** The author's answer to a moderator: an appeal, or corrected words. */
export function Answer({ step, words: said }: { step: 'appeal' | 'correct'; words: string }) {
  const words = useMessages().moderation.own
  const { form, errors, input, value } = useServerForm<{ words: string; step: string }>({ words: said, step })
  const answered = value('step') === step
  return (
    <section>
      <h2>{words[`${step}Title`]}</h2>
      <p>{words[`${step}Lead`]}</p>
      <Form method="post" {...form}>
        <Stack gap={2}>
          {answered && <FormErrors errors={errors} />}
          <input type="hidden" name="step" value={step} />
          <TextArea
            label={words[`${step}Words`]}
            required
            maxLength={5000}
            {...input('words')}
            id={`${step}-words`}
            defaultValue={answered ? input('words').defaultValue : said}
          />
          <div>
            <Button look={step === 'correct' ? 'main' : 'default'}>{words[`${step}Send`]}</Button>
          </div>
        </Stack>
      </Form>
    </section>
  )
}
