/**
 * A form whose action answers with a conform reply: what was typed and what is wrong come back with it, with and
 * without JavaScript. The schema stays on the server.
 */
import { type DefaultValue, type SubmissionResult, useForm } from '@conform-to/react'
import { useActionData, useNavigation } from '@remix-run/react'
import type { FormError } from './form-errors.tsx'

/** `input(name)` gives the props of a Field, `check(name)` of a Checkbox; `errors` go into FormErrors. */
export function useServerForm<T extends Record<string, unknown>>(defaultValue?: DefaultValue<T>) {
  const reply = useActionData<SubmissionResult<string[]>>()
  const lastResult = reply && 'initialValue' in reply ? reply : null
  const [form] = useForm<T>({ lastResult, ...(defaultValue === undefined ? {} : { defaultValue }) })
  const values = form.initialValue as Record<string, unknown> | undefined
  const found = lastResult?.error ?? {}
  const idOf = (name: string) => `${form.id}-${name}`
  const errors = Object.entries(found).flatMap(([name, texts]): FormError[] =>
    (texts ?? []).map((text) => (name === '' ? { text } : { text, field: idOf(name) })),
  )
  const common = (name: keyof T & string) => ({ id: idOf(name), name, error: found[name] ?? undefined })
  return {
    errors,
    /** being sent now */
    busy: useNavigation().state === 'submitting',
    form: { id: form.id, onSubmit: form.onSubmit, noValidate: form.noValidate },
    input: (name: keyof T & string) => ({ ...common(name), defaultValue: wordOf(values?.[name]) }),
    check: (name: keyof T & string) => ({ ...common(name), defaultChecked: values?.[name] === 'on' }),
    value: (name: keyof T & string) => wordOf(values?.[name]),
  }
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
