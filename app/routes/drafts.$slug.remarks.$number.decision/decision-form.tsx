import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import styles from './decision.module.css'
import type { DecisionView } from './decision.server.ts'

type Fields = { decision: string; reason: string }

/** Decision and reason; ready wordings are put into the field by a click, or copied by hand without scripts. */
export function DecisionForm({
  view,
  lastResult,
}: {
  view: DecisionView
  lastResult?: SubmissionResult<string[]>
}) {
  const { reviewWork } = useMessages()
  const words = reviewWork.decision
  const first = view.current ?? view.work?.recommended
  const [form, fields] = useForm<Fields>({
    lastResult,
    defaultValue: { decision: first?.decision, reason: first?.reason },
  })
  const place = useRef<HTMLDivElement>(null)
  const errors = Object.values(form.allErrors).flat()
  return (
    <Form method="post">
      <Stack gap={3}>
        <FormErrors errors={errors.map((text) => ({ text }))} />
        <input type="hidden" name="seen" value={view.current?.id ?? ''} />
        {!view.recommends && view.work?.recommended && (
          <p className={styles.hint}>{reviewWork.processing.recommendedBy(view.work.recommended.by)}</p>
        )}
        <RadioGroup
          name="decision"
          legend={words.decision}
          required
          defaultValue={fields.decision.initialValue}
          error={fields.decision.errors}
          options={view.options}
        />
        <div ref={place}>
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={fields.reason.errors}
            defaultValue={fields.reason.initialValue}
            maxLength={view.max}
          />
        </div>
        <Disclosure summary={words.boilerplate} quiet>
          <Boilerplates onTake={(text) => append(place.current?.querySelector('textarea'), text)} />
        </Disclosure>
        {!view.recommends && view.ready.length > 0 && (
          <Select
            name="boilerplateId"
            label={reviewWork.processing.ready}
            hint={reviewWork.processing.readyHint}
            options={[{ value: '', label: reviewWork.processing.noReady }, ...view.ready]}
          />
        )}
        {!view.recommends && view.companions.length > 0 && (
          <Checkbox name="together" label={reviewWork.processing.together(view.companions)} defaultChecked />
        )}
        {view.recommends ? (
          <div>
            <Button look="main">{reviewWork.processing.recommend}</Button>
          </div>
        ) : (
          <Row>
            <Button look="main" name="next" value="on">
              {words.submitNext}
            </Button>
            <Button>{words.submit}</Button>
          </Row>
        )}
      </Stack>
    </Form>
  )
}

function Boilerplates({ onTake }: { onTake: (text: string) => void }) {
  const { reviewWork } = useMessages()
  const hydrated = useHydrated()
  const words = reviewWork.decision
  return (
    <>
      <p className={styles.hint}>{words.boilerplateHint}</p>
      <ul className={styles.list}>
        {words.boilerplates.map((text) => (
          <li key={text}>
            {hydrated ? (
              <button type="button" onClick={() => onTake(text)}>
                {text}
              </button>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function append(area: HTMLTextAreaElement | null | undefined, text: string) {
  if (!area) return
  area.value = area.value.trim() === '' ? text : `${area.value.trimEnd()} ${text}`
  area.focus()
}
