import { useEffect, useRef, useState } from 'react'
import styles from './form-errors.module.css'
import { useMessages } from './messages.tsx'

export type FormError = { text: string /** The id of the control to go to. */; field?: string }

/** What is wrong with a form, above it: announced at once, focused after a refused send, with a link to each field. */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const { ui } = useMessages()
  const count = errors.length
  const labels = useLabels(errors)
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [count])
  if (count === 0) return null
  return (
    <div className={styles.box} role="alert" tabIndex={-1} ref={box}>
      <strong>{ui.formErrors}</strong>
      <ul>
        {errors.map(({ text, field }) => (
          <li key={`${field}${text}`}>
            {field ? <a href={`#${field}`}>{named(text, labels[field])}</a> : text}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** «Заполните это поле» of three fields would be three links that say the same. */
function named(text: string, label = ''): string {
  return label === '' || text.toLowerCase().includes(label.toLowerCase()) ? text : `${label}: ${text}`
}

/** What the page calls the fields, read from it once it is there: the refusal itself does not know the words of the form. */
function useLabels(errors: readonly FormError[]): Readonly<Record<string, string>> {
  const [labels, setLabels] = useState<Record<string, string>>({})
  const fields = errors.map(({ field }) => field ?? '').join(' ')
  useEffect(() => {
    setLabels(Object.fromEntries(fields.split(' ').map((field) => [field, labelOf(field)])))
  }, [fields])
  return labels
}

function labelOf(id: string): string {
  const control = id === '' ? null : document.getElementById(id)
  const label =
    control instanceof HTMLFieldSetElement
      ? control.querySelector('legend')
      : control instanceof HTMLElement && 'labels' in control
        ? (control as HTMLInputElement).labels?.[0]
        : null
  return label?.firstChild?.textContent?.trim() ?? ''
}
