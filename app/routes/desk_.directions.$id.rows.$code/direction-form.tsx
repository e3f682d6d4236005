import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox, Fieldset, RadioGroup } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

type Fields = ReturnType<typeof useServerForm<Record<string, string>>>

/** What the new list says of a direction, and whether it is in it. */
export function DirectionForm() {
  const { draft, values, tiers, groups } = useLoaderData<typeof loader>()
  const words = useMessages().directionLists.row
  const of = useServerForm<Record<string, string>>(values)
  const { input } = of
  return (
    <FieldForm
      of={of}
      submit={words.save}
      beside={<LinkButton href={`/desk/directions/${draft.id}`}>{words.back}</LinkButton>}
    >
      <input type="hidden" name="seen" value={draft.revision} />
      <Field label={words.shortTitle} hint={words.shortTitleHint} required {...input('shortTitle')} />
      <TextArea label={words.name} rows={2} required {...input('title')} />
      <Select label={words.tier} required {...input('tier')}>
        <option value="">{words.chooseTier}</option>
        {tiers.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Field label={words.place} type="number" min={1} required {...input('place')} />
      <Field label={words.group} hint={words.groupHint} list="groups" {...input('group')} />
      <datalist id="groups">
        {groups.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextArea label={words.content} hint={words.perLine} rows={5} required {...input('content')} />
      <TextArea label={words.procedures} hint={words.perLine} rows={4} {...input('procedures')} />
      <TextArea label={words.participants} hint={words.participantsHint} {...input('participants')} />
      <TextArea label={words.approving} hint={words.approvingHint} rows={2} {...input('approving')} />
      <TextArea label={words.note} rows={2} {...input('note')} />
      <Fate of={of} />
    </FieldForm>
  )
}

function Fate({ of }: { of: Fields }) {
  const { others, successors } = useLoaderData<typeof loader>()
  const words = useMessages().directionLists.row
  const reply = useActionData<{ initialValue?: Record<string, unknown> }>()
  const typed = reply?.initialValue?.replacedBy
  const chosen = reply?.initialValue ? [typed].flat() : successors
  const { id, error } = of.input('replacedBy')
  const { defaultValue = 'stays', ...fate } = of.input('fate')
  return (
    <>
      <RadioGroup
        {...fate}
        legend={words.fate}
        defaultValue={defaultValue}
        options={[
          { value: 'stays', label: words.stays },
          { value: 'leaves', label: words.leaves, hint: words.leavesHint },
        ]}
      />
      {others.length > 0 && (
        <Fieldset legend={words.replacedBy} hint={words.replacedByHint} id={id} error={error}>
          {others.map(({ code, shortTitle }) => (
            <Checkbox
              key={code}
              name="replacedBy"
              value={code}
              label={<span lang="ru">{shortTitle}</span>}
              defaultChecked={chosen.includes(code)}
            />
          ))}
        </Fieldset>
      )}
    </>
  )
}
