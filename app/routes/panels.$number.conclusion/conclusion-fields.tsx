import { Form } from '@remix-run/react'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'

type Fields = { view: ConclusionView; sent: boolean; unmarked: number }

/** Verdict, reasoning and recommendations; what is saved is sent to the members by a step of its own. */
export function ConclusionFields({ view: { body }, sent, unmarked }: Fields) {
  const { panels, conclusions } = useMessages()
  const words = panels.conclusion
  const { form, errors, input, value } = useServerForm<
    Record<'verdict' | 'text' | 'recommendations' | 'revision', string>
  >({
    verdict: body.verdict,
    text: body.text,
    recommendations: body.recommendations,
  })
  return (
    <Form method="post" action={`/panels/${body.panel.number}/conclusion`} {...form}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        {sent && <Notice kind="warn" title={conclusions.agreement.changes} />}
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
          hint={`${words.textHint} ${conclusions.marksText}`}
          rows={14}
          maxLength={20000}
          required
          {...input('text')}
        />
        {unmarked > 0 && <Notice title={conclusions.agreement.unmarked(unmarked)} />}
        <TextArea label={words.recommendations} rows={5} maxLength={20000} {...input('recommendations')} />
        <div>
          <Button look={sent ? 'default' : 'main'}>{words.save}</Button>
        </div>
      </Stack>
    </Form>
  )
}
