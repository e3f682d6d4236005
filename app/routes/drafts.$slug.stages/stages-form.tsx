import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Fieldset } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import styles from './stages.module.css'
import type { StageField } from './stages.server.ts'

type Typed = 'title' | 'firstDay' | 'lastDay'
type StagesFormProps = {
  process: string
  stages: readonly StageField[]
  opened: boolean
  lastResult?: SubmissionResult<string[]>
}

/** Names and days of the stages. */
export function StagesForm({ process, stages, opened, lastResult }: StagesFormProps) {
  const { reviewWork, reviews } = useMessages()
  const words = reviewWork.stages
  const [form, fields] = useForm<{ stages: Record<Typed, string>[]; reason: string }>({ lastResult })
  const refused = fields.stages.getFieldList().map((one) => one.getFieldset())
  const errors = Object.values(form.allErrors).flat()
  return (
    <Form method="post">
      <Stack gap={3}>
        <FormErrors errors={[...new Set(errors)].map((text) => ({ text }))} />
        <input type="hidden" name="process" value={process} />
        {!opened && <p className={styles.hint}>{words.template}</p>}
        {stages.map((stage, at) => {
          const name = (field: string) => `stages[${at}].${field}`
          const error = (field: string) => form.allErrors[name(field)]
          // what a refused form held; a field sent back empty stays empty
          const typed = (field: Typed) => {
            const sent = refused[at]
            return sent ? (sent[field].initialValue ?? '') : stage[field]
          }
          return (
            <Fieldset
              key={`${stage.kind}-${stage.title}`}
              legend={`${words.stage} ${at + 1}: ${reviews.stageKinds[stage.kind]}`}
              className={styles.stage}
            >
              <input type="hidden" name={name('kind')} value={stage.kind} />
              <div className={styles.fields}>
                <Field
                  name={name('title')}
                  label={words.name}
                  defaultValue={typed('title')}
                  error={error('title')}
                  readOnly={opened}
                  required
                />
                <Field
                  type="date"
                  name={name('firstDay')}
                  label={words.firstDay}
                  defaultValue={typed('firstDay')}
                  error={error('firstDay')}
                  required
                />
                <Field
                  type="date"
                  name={name('lastDay')}
                  label={words.lastDay}
                  defaultValue={typed('lastDay')}
                  error={error('lastDay')}
                  required
                />
              </div>
              <Order order={stage.order} name={name('who')} />
            </Fieldset>
          )
        })}
        {!opened && <p>{words.openText}</p>}
        {opened && (
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            defaultValue={fields.reason.initialValue}
            error={fields.reason.errors}
          />
        )}
        <div>
          <Button look="main">{opened ? words.save : words.open}</Button>
        </div>
      </Stack>
    </Form>
  )
}

/** The term as the order has it, in its own days, and who is heard where that may be chosen. */
function Order({ order, name }: { order: StageField['order']; name: string }) {
  const { reviewWork, reviewCourse } = useMessages()
  const words = reviewWork.stages
  if (!order) return null
  const { days, unit, min, max, heard } = order
  return (
    <>
      <p className={styles.hint}>{`${words.days[unit](days)}, ${reviewCourse.limit[unit](min, max)}`}</p>
      {heard && (
        <Select
          name={name}
          label={words.heard}
          options={[
            { value: 'participant', label: reviewCourse.takers.participant },
            { value: 'expert', label: reviewCourse.takers.expert },
          ]}
        />
      )}
    </>
  )
}
