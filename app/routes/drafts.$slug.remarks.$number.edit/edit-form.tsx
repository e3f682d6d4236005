import { wayOf } from '#app/domain/reviews/remarks/wording.ts'
import { WayFields } from '#app/routes/drafts.$slug/way-fields.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { EditView } from './route.tsx'

type Fields = Record<'kind' | 'weight' | 'way' | 'replacement' | 'body' | 'grounds' | 'sources', string>

/** The words of the remark as they stand, to be changed. */
export function EditForm({ view }: { view: EditView }) {
  const { ui, reviewRemark } = useMessages()
  const words = reviewRemark.form
  const { kind, weight, replacement, body, grounds, sources } = view.remark
  const { input, ...of } = useServerForm<Fields>({
    ...{ kind, weight, way: wayOf(replacement), body, grounds, sources },
    replacement: replacement ?? '',
  })
  return (
    <FieldForm
      of={of}
      submit={reviewRemark.page.editSave}
      beside={<LinkButton href={view.back}>{ui.cancel}</LinkButton>}
    >
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
    </FieldForm>
  )
}
