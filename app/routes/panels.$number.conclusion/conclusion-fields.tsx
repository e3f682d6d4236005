import { Form } from '@remix-run/react'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

/** Verdict, reasoning and recommendations; two buttons: keep, and issue for good. */
export function ConclusionFields({ view: { body } }: { view: ConclusionView }) {
  const words = useMessages().panels.conclusion
  const path = `/panels/${body.panel.number}`
  const { form, errors, input, value } = useServerForm<
    Record<'verdict' | 'text' | 'recommendations' | 'revision', string>
  >({
    verdict: body.verdict,
    text: body.text,
    recommendations: body.recommendations,
  })
  return (
    <Form method="post" action={`${path}/conclusion`} {...form}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <input type="hidden" name="revision" value={body.edition} />
        <RadioGroup
          name="verdict"
          legend={words.verdict}
          required
          defaultValue={value('verdict')}
          options={body.verdicts.map(({ code, title, count }) => ({
            value: code,
            label: `${title} (${words.votesFor(count)})`,
          }))}
        />
        <TextArea
          label={words.text}
          hint={words.textHint}
          rows={10}
          maxLength={20000}
          required
          {...input('text')}
        />
        <TextArea label={words.recommendations} rows={5} maxLength={20000} {...input('recommendations')} />
        <Row>
          <Button look="main" formAction={`${path}/issue`}>
            {words.issue}
          </Button>
          <Button>{words.save}</Button>
        </Row>
        <small>{words.issueHint}</small>
      </Stack>
    </Form>
  )
}
