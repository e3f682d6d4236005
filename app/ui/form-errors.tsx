import { useEffect, useRef } from 'react'
import styles from './form-errors.module.css'
import { useMessages } from './messages.tsx'

export type FormError = { text: string /** The id of the control to go to. */; field?: string }

/** What is wrong with a form, above it: announced at once, focused after a refused send, with a link to each field. */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const { ui } = useMessages()
  const count = errors.length
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [count])
  if (count === 0) return null
  return (
    <div className={styles.box} role="alert" tabIndex={-1} ref={box}>
      <strong>{ui.formErrors}</strong>
      <ul>
        {errors.map(({ text, field }) => (
          <li key={`${field}${text}`}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}
