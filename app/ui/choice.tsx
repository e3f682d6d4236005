import type { InputHTMLAttributes, ReactNode } from 'react'
import styles from './choice.module.css'
import { classes } from './classes.ts'
import { FieldError, fieldId, RequiredMark, tied } from './field.tsx'

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | readonly string[]
}

/** One yes-or-no choice; the whole line is the target. */
export function Checkbox({ label, hint, error, className, ...input }: CheckboxProps) {
  const id = input.id ?? `${fieldId(input.name)}${input.value === undefined ? '' : `-${input.value}`}`
  return (
    <div className={classes(styles.choice, className)}>
      <input type="checkbox" {...input} {...tied(id, hint, error)} />
      <label htmlFor={id}>
        {label}
        {input.required && <RequiredMark />}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}

type FieldsetProps = {
  legend: ReactNode
  children: ReactNode
  hint?: ReactNode
  error?: string | readonly string[]
  id?: string
  required?: boolean
  className?: string
}

/** Fields that belong together, under one question. */
export function Fieldset({ legend, hint, error, id, required, className, children }: FieldsetProps) {
  const described = id ? tied(id, hint, error)['aria-describedby'] : undefined
  return (
    <fieldset className={classes(styles.fieldset, className)} id={id} aria-describedby={described}>
      <legend className={styles.legend}>
        {legend}
        {required && <RequiredMark />}
      </legend>
      {hint && (
        <p className={styles.groupHint} id={id && `${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {id && <FieldError id={id} error={error} />}
    </fieldset>
  )
}

type CheckboxGroupProps = {
  name: string
  legend: ReactNode
  options: readonly { code: string; title: ReactNode }[]
  /** ticked before */
  chosen: readonly string[]
  hint?: ReactNode
  error?: string | readonly string[]
  required?: boolean
  id?: string
}

/** Several answers out of a few, under one question; they are sent under one name. */
export function CheckboxGroup({ name, options, chosen, id = fieldId(name), ...group }: CheckboxGroupProps) {
  return (
    <Fieldset id={id} {...group}>
      <div className={styles.stack}>
        {options.map(({ code, title }) => (
          <Checkbox
            key={code}
            name={name}
            value={code}
            label={title}
            defaultChecked={chosen.includes(code)}
          />
        ))}
      </div>
    </Fieldset>
  )
}

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  name: string
  legend: ReactNode
  options: readonly RadioOption[]
  defaultValue?: string
  hint?: ReactNode
  error?: string | readonly string[]
  required?: boolean
  /** Short answers in one line. */
  inline?: boolean
  id?: string
}

/** One answer out of a few that are all visible; for more than seven take Select. */
export function RadioGroup({
  name,
  legend,
  options,
  defaultValue,
  hint,
  error,
  required,
  inline,
  id = fieldId(name),
}: RadioGroupProps) {
  return (
    <Fieldset {...{ id, legend, hint, error, required }}>
      <div className={inline ? styles.inline : styles.stack}>
        {options.map((option) => {
          const own = `${id}-${option.value}`
          return (
            <div className={styles.choice} key={option.value}>
              <input
                type="radio"
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                required={required}
                disabled={option.disabled}
                {...tied(own, option.hint)}
              />
              <label htmlFor={own}>{option.label}</label>
              {option.hint && (
                <p className={styles.hint} id={`${own}-hint`}>
                  {option.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
