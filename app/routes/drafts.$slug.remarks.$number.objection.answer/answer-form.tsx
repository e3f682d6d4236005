import { Form } from '@remix-run/react'
import { wayOf } from '#app/domain/reviews/wording.ts'
import { remarkKindCodes } from '#app/routes/drafts.$slug/views.ts'
import { WayFields } from '#app/routes/drafts.$slug/way-fields.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { AnswerView } from './route.tsx'

type Fields = Record<
  'choice' | 'kind' | 'body' | 'way' | 'replacement' | 'grounds' | 'sources' | 'words',
  string
>

/** The record as it stands, to be corrected or kept, and the words for the author. */
export function AnswerForm({ view }: { view: AnswerView }) {
  const { ui, reviews, reviewIntake } = useMessages()
  const words = reviewIntake.objection.answering
  const { kind, body, replacement, grounds, sources } = view.remark
  const { form, errors, input, busy } = useServerForm<Fields>({
    ...{ kind, body, grounds, sources, way: wayOf(replacement) },
    replacement: replacement ?? '',
  })
  return (
    <Form method="post" {...form}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <RadioGroup
          legend={words.choice}
          required
          options={[
            { value: 'correct', label: words.correct },
            { value: 'keep', label: words.keep },
          ]}
          {...input('choice')}
        />
        <Select
          label={words.kind}
          options={remarkKindCodes.map((value) => ({ value, label: reviews.kinds[value] }))}
          {...input('kind')}
        />
        <TextArea label={words.body} rows={5} {...input('body')} />
        {!view.remark.general && (
          <WayFields way={input('way')} replacement={{ rows: 2, ...input('replacement') }} />
        )}
        <TextArea label={words.grounds} rows={2} {...input('grounds')} />
        <TextArea label={words.sources} rows={2} {...input('sources')} />
        <TextArea label={words.words} hint={words.wordsHint} rows={3} required {...input('words')} />
        <Row>
          <Button look="main" aria-busy={busy}>
            {words.submit}
          </Button>
          <LinkButton href={view.back}>{ui.cancel}</LinkButton>
        </Row>
      </Stack>
    </Form>
  )
}
