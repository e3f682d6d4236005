import { Form } from '@remix-run/react'
import { wayOf } from '#app/domain/reviews/wording.ts'
import { WayFields } from '#app/routes/drafts.$slug/way-fields.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { EditView } from './route.tsx'

type Fields = Record<'kind' | 'weight' | 'way' | 'replacement' | 'body' | 'grounds' | 'sources', string>

/** The words of the remark as they stand, to be changed. */
export function EditForm({ view }: { view: EditView }) {
  const { ui, reviewRemark } = useMessages()
  const words = reviewRemark.form
  const { kind, weight, replacement, body, grounds, sources } = view.remark
  const { form, errors, input, busy } = useServerForm<Fields>({
    ...{ kind, weight, way: wayOf(replacement), body, grounds, sources },
    replacement: replacement ?? '',
  })
  return (
    <Form method="post" {...form}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <RadioGroup legend={words.kind} options={view.kinds} {...input('kind')} />
        <WayFields way={input('way')} replacement={{ maxLength: view.max, ...input('replacement') }} />
        <TextArea label={words.body} maxLength={view.max} {...input('body')} />
        <Select
          label={words.weight}
          options={(['editorial', 'substantive', 'principal'] as const).map((value) => ({
            value,
            label: words.weights[value],
          }))}
          {...input('weight')}
        />
        <TextArea label={words.grounds} hint={words.groundsHint} maxLength={3000} {...input('grounds')} />
        <TextArea label={words.sources} hint={words.sourcesHint} maxLength={3000} {...input('sources')} />
        <Row>
          <Button look="main" aria-busy={busy}>
            {reviewRemark.page.editSave}
          </Button>
          <LinkButton href={view.back}>{ui.cancel}</LinkButton>
        </Row>
      </Stack>
    </Form>
  )
}
