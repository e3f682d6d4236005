/**
 * Fields of a form: a visible label, a hint, an error tied to the control, and the typed value kept.
 * They work uncontrolled (`defaultValue`), so that a form without JavaScript loses nothing.
 * With conform, spread `getInputProps(field, { type })` and pass `error={field.errors}`.
 */
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { classes } from './classes.ts'
import { useEarlyWords } from './early-words.ts'
import styles from './field.module.css'
import { useFileSize } from './file-size.ts'
import { useMessages } from './messages.tsx'

type Frame = {
  label: ReactNode
  name: string
  hint?: ReactNode
  /** Sentences, not codes; the first tells what to do. */
  error?: string | readonly string[]
  /** The label stays for screen readers only; give the field a visible context. */
  hideLabel?: boolean
}

export type FieldProps = Frame &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> & { width?: 'short' | 'full' }
export type TextAreaProps = Frame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>
export type SelectProps = Frame &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'> & {
    options?: readonly { value: string; label: string }[]
  }

/** A one-line field: text, email, password, date, number, search… by `type`. */
export function Field({ label, hint, error, hideLabel, width = 'full', className, ...input }: FieldProps) {
  const id = input.id ?? fieldId(input.name)
  const short = width === 'short' || input.type === 'date' || input.type === 'number'
  const { refused, check } = useFileSize()
  const told = refused ?? error
  return (
    <FieldFrame {...{ id, label, hint, error: told, hideLabel, className }} required={input.required}>
      <input
        type="text"
        {...input}
        {...tied(id, hint, told)}
        onChange={(event) => {
          if (input.type === 'file') check(event)
          input.onChange?.(event)
        }}
        className={classes(styles.control, short && styles.short)}
      />
    </FieldFrame>
  )
}

/** A field of several lines; it grows with its text where the browser can. */
export function TextArea({ label, hint, error, hideLabel, className, ...area }: TextAreaProps) {
  const id = area.id ?? fieldId(area.name)
  const early = useEarlyWords()
  return (
    <FieldFrame {...{ id, label, hint, error, hideLabel, className }} required={area.required}>
      <textarea
        ref={early}
        rows={4}
        {...area}
        {...tied(id, hint, error)}
        className={classes(styles.control, styles.area)}
      />
    </FieldFrame>
  )
}

/** A choice of one from a list: `options`, or `<option>` children. */
export function Select({
  label,
  hint,
  error,
  hideLabel,
  className,
  options,
  children,
  ...select
}: SelectProps) {
  const id = select.id ?? fieldId(select.name)
  return (
    <FieldFrame {...{ id, label, hint, error, hideLabel, className }} required={select.required}>
      <select {...select} {...tied(id, hint, error)} className={classes(styles.control, styles.select)}>
        {children}
        {options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** The id a field gets when none is given; FormErrors links to it. */
export function fieldId(name: string): string {
  return `f-${name}`
}

/** The error sentences of a field, under the id that the control names as its description. */
export function FieldError({ id, error }: { id: string; error?: string | readonly string[] }) {
  const sentences = sentencesOf(error)
  if (sentences.length === 0) return null
  return (
    <p className={styles.error} id={`${id}-error`}>
      {sentences.join(' ')}
    </p>
  )
}

/** Attributes that tie a control to its hint and error. */
export function tied(id: string, hint: ReactNode, error?: string | readonly string[]) {
  const wrong = sentencesOf(error).length > 0
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-invalid': wrong || undefined, 'aria-describedby': described || undefined }
}

/** The mark of an obligatory field; the control's own `required` tells screen readers. */
export function RequiredMark() {
  return (
    <span className={styles.mark} aria-hidden="true" title={useMessages().ui.required}>
      {'\u00a0*'}
    </span>
  )
}

type FrameProps = Omit<Frame, 'name'> & {
  id: string
  required?: boolean
  className?: string
  children: ReactNode
}

function FieldFrame({ id, label, hint, error, hideLabel, required, className, children }: FrameProps) {
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={classes(styles.label, hideLabel && styles.hidden)}>
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

function sentencesOf(error?: string | readonly string[]): readonly string[] {
  if (!error) return []
  return typeof error === 'string' ? [error] : error
}
