import { Form, useActionData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, Fieldset } from '#app/ui/choice.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import styles from './paper.module.css'
import { RowFields } from './row-fields.tsx'
import type { ShownField, ShownGroup } from './shown-fields.server.ts'

type Reply = {
  initialValue?: { fields?: Record<string, unknown> }
  error?: Record<string, string[] | null> | null
}

/** All fields of a draft. What a refused save brought back stands in its place. */
export function PaperForm({ groups }: { groups: readonly ShownGroup[] }) {
  const words = useMessages().papers.paper
  const { form, errors, busy } = useServerForm()
  const reply = useActionData<Reply>()
  const typed = reply?.initialValue?.fields
  const shown = (field: ShownField) => ({ ...field, value: (typed ? typed[field.name] : field.value) ?? '' })
  return (
    <Form method="post" {...form}>
      <Stack gap={6}>
        <p className={styles.about}>{words.about}</p>
        <FormErrors errors={errors} />
        {/* A save may have changed suggestions: then the fields are new ones and show them. */}
        <Stack gap={6} key={JSON.stringify(groups)}>
          {groups.map((group) => (
            <Fieldset
              key={group.code}
              legend={<span className={styles.legend}>{group.title ?? words.body}</span>}
            >
              <div className={styles.grid}>
                {group.fields.map((field) => (
                  <OneField
                    key={field.name}
                    field={shown(field)}
                    id={`${form.id}-fields.${field.name}`}
                    error={reply?.error?.[`fields.${field.name}`] ?? undefined}
                  />
                ))}
              </div>
            </Fieldset>
          ))}
        </Stack>
        <Row>
          <Button look="main" aria-busy={busy}>
            {words.save}
          </Button>
          <Button name="next" value="issue">
            {words.saveAndIssue}
          </Button>
        </Row>
      </Stack>
    </Form>
  )
}

type OneFieldProps = {
  field: Omit<ShownField, 'value'> & { value: unknown }
  id: string
  error: string[] | undefined
}

function OneField({ field, id, error }: OneFieldProps) {
  const words = useMessages().papers.paper
  const { name, title, hint, kind, made, value } = field
  const common = { id, name: `fields.${name}`, label: title, hint: made ? words.made : hint, error }
  const text = typeof value === 'string' ? value : ''
  if (kind === 'rows') return <RowFields field={field} error={error} id={id} />
  if (kind === 'flag')
    return <Checkbox {...common} className={styles.whole} defaultChecked={value === true || value === 'on'} />
  if (kind === 'text') return <TextArea {...common} className={styles.whole} defaultValue={text} />
  return <Field {...common} type={kind === 'day' ? 'date' : 'text'} defaultValue={text} />
}
