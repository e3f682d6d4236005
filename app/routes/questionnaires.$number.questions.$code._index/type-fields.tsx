import { useLoaderData } from '@remix-run/react'
import type { Question } from '#app/domain/questionnaires/forms.ts'
import { fileKinds } from '#app/routes/questionnaires.$number._index/file-kinds.ts'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'
import type { loader } from './route.tsx'

type Fields = ReturnType<typeof useServerForm<Record<string, string>>>

/** The fields that a type of question has of its own. */
export function TypeFields({ type, fields }: { type: Question['type']; fields: Fields }) {
  const words = useMessages().questionnaires.compose
  const { input, check } = fields
  const number = { inputMode: 'numeric', width: 'short' } as const
  switch (type) {
    case 'one':
    case 'many':
      return (
        <>
          <TextArea label={words.options} rows={6} {...input('options')} />
          <Checkbox label={words.other} {...check('other')} />
          {type === 'many' && <Field label={words.most} {...number} {...input('most')} />}
        </>
      )
    case 'scale':
      return <TextArea label={words.scale} rows={5} required {...input('scale')} />
    case 'matrix':
      return (
        <>
          <TextArea label={words.rows} rows={5} required {...input('rows')} />
          <TextArea label={words.columns} rows={4} required {...input('columns')} />
        </>
      )
    case 'number':
      return (
        <Row>
          <Field label={words.least} {...number} {...input('least')} />
          <Field label={words.highest} {...number} {...input('highest')} />
          <Field label={words.decimals} {...number} {...input('decimals')} />
          <Field label={words.unit} width="short" maxLength={40} {...input('unit')} />
        </Row>
      )
    case 'text':
      return (
        <>
          <Checkbox label={words.line} {...check('line')} />
          <Field label={words.characters} {...number} {...input('characters')} />
        </>
      )
    case 'file':
      return <FileLimits fields={fields} />
    default:
      return null
  }
}

function FileLimits({ fields }: { fields: Fields }) {
  const { question, types } = useLoaderData<typeof loader>()
  const words = useMessages().questionnaires.compose
  const { error } = fields.input('types')
  return (
    <>
      <Fieldset legend={words.fileTypes} id={fields.input('types').id} error={error} required>
        {fileKinds
          .filter(({ type }) => types.includes(type))
          .map(({ type, label }) => (
            <Checkbox
              key={type}
              id={`type-${label}`}
              name="types"
              value={type}
              label={label}
              defaultChecked={(question as Question).types?.includes(type)}
            />
          ))}
      </Fieldset>
      <Field label={words.megabytes} inputMode="numeric" width="short" {...fields.input('megabytes')} />
    </>
  )
}
