import { remarkKindCodes } from '#app/routes/drafts.$slug/views.ts'
import { WayFields } from '#app/routes/drafts.$slug/way-fields.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { ItemView } from './item.server.ts'

type Fields = Record<'place' | 'kind' | 'weight' | 'body' | 'way' | 'replacement' | 'grounds', string>

/** The words of the organisation, with the closed remarks at hand. */
export function ItemForm({ view }: { view: ItemView }) {
  const { ui, reviews, reviewInner } = useMessages()
  const words = reviewInner.item
  const { input, value, ...of } = useServerForm<Fields>(view.values)
  const { remarks, gone, stands, places, draft, item } = view
  const weights = ['editorial', 'substantive', 'principal'] as const
  return (
    <FieldForm
      of={of}
      submit={words.submit}
      beside={<LinkButton href={`/drafts/${draft.slug}/position`}>{ui.cancel}</LinkButton>}
    >
      <input type="hidden" name="remarks" value={stands.join(',')} />
      {item && <input type="hidden" name="item" value={item} />}
      <Disclosure open summary={`${words.sources}: ${stands.map((number) => `№\u00a0${number}`).join(', ')}`}>
        <ul>
          {remarks.map(({ number, address, words }) => (
            <li key={number}>
              №&nbsp;{number}, {address}: {words}
            </li>
          ))}
          {gone.map((number) => (
            <li key={number}>
              №&nbsp;{number}: {words.gone}
            </li>
          ))}
        </ul>
      </Disclosure>
      <RadioGroup
        {...input('place')}
        legend={words.place}
        required
        options={[
          ...places.map(({ value, address, exact }) => ({
            value,
            label: address,
            hint: <span lang={draft.lang}>{exact.length > 160 ? `${exact.slice(0, 160)}…` : exact}</span>,
          })),
          { value: 'document', label: reviewInner.position.whole },
        ]}
        defaultValue={value('place') ?? 'document'}
      />
      <Select
        label={words.kind}
        options={remarkKindCodes.map((code) => ({ value: code, label: reviews.kinds[code] }))}
        {...input('kind')}
      />
      <Select
        label={words.weight}
        options={weights.map((code) => ({ value: code, label: reviews.weights[code] }))}
        {...input('weight')}
      />
      <TextArea label={words.body} rows={6} maxLength={5000} {...input('body')} />
      <WayFields way={input('way')} replacement={{ rows: 3, maxLength: 5000, ...input('replacement') }} />
      <TextArea label={words.grounds} rows={3} maxLength={3000} {...input('grounds')} />
    </FieldForm>
  )
}
