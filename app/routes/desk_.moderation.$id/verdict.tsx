import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import styles from './case.module.css'
import type { CaseView } from './route.tsx'

/** What to do about the words; works by keys, too. */
export function Verdict({ view }: { view: CaseView }) {
  const { moderation } = useMessages()
  const words = moderation.case
  const { form, errors, input, value } = useServerForm<{ step: string; reason: string; words: string }>()
  const frame = useKeys()
  const pass = view.text.veil === 'held' ? 'held' : view.text.veil === null ? 'none' : 'covered'
  const steps = [
    { value: 'pass', label: words.passes[pass] },
    { value: 'hide', label: view.origin === 'appeal' ? words.deny : words.hide },
    // what was answered stays as it was sent: there is nothing to be corrected
    ...(['name', 'response'].includes(view.kind) || view.origin === 'appeal'
      ? []
      : [{ value: 'return', label: words.return }]),
  ]
  const chosen = value('step')
  return (
    <Form method="post" {...form} ref={frame}>
      <Stack gap={3}>
        <FormErrors errors={errors} />
        <RadioGroup
          name="step"
          legend={words.verdict}
          required
          options={steps}
          {...(chosen ? { defaultValue: chosen } : {})}
        />
        <Select
          label={words.reason}
          hint={words.reasonHint}
          {...input('reason')}
          options={[
            { value: '', label: moderation.choose },
            ...view.reasons.map(({ code, title }) => ({ value: code, label: title })),
          ]}
        />
        <TextArea label={words.words} rows={3} maxLength={3000} {...input('words')} />
        <Row>
          <Button look="main">{words.save}</Button>
          {view.next && (
            <LinkButton href={`/desk/moderation/${view.next}`} data-next>
              {words.next}
            </LinkButton>
          )}
        </Row>
        <p className={styles.quiet}>{words.keys}</p>
      </Stack>
    </Form>
  )
}

/** 1, 2, 3 choose, Ctrl + Enter sends, J goes on; letters are left alone where somebody types. */
function useKeys() {
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const form = frame.current
      if (!form || event.altKey || event.metaKey) return
      if (event.ctrlKey) {
        if (event.key === 'Enter') form.requestSubmit()
        return
      }
      if (
        event.target instanceof Element &&
        event.target.closest('textarea, select, input:not([type=radio])')
      )
        return
      const at = ['1', '2', '3'].indexOf(event.key)
      const radio = at < 0 ? null : form.querySelectorAll<HTMLInputElement>('input[name=step]')[at]
      if (radio) {
        radio.checked = true
        radio.focus()
      }
      if (event.code === 'KeyJ') form.querySelector<HTMLAnchorElement>('a[data-next]')?.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return frame
}
