import type { ReactNode } from 'react'
import styles from './facet.module.css'
import { useFormat, useMessages } from './messages.tsx'

export type FacetOption = { value: string; label: ReactNode; count?: number; checked?: boolean }

type FacetProps = {
  name: string
  legend: ReactNode
  options: readonly FacetOption[]
  /** How many show before «ещё N». */
  visible?: number
  /** One answer at most; the name of the answer that leaves all open. An option with an empty value is that answer. */
  single?: string
  /** Counts beyond it are told as «больше N». */
  exactTo?: number
}

/** A filter of a list: boxes with counts inside the page's GET form; the tail folds away unless something in it is chosen. */
export function Facet({
  name,
  legend,
  options,
  visible = 5,
  exactTo = Number.POSITIVE_INFINITY,
  single,
}: FacetProps) {
  const { ui } = useMessages()
  const kind = single === undefined ? 'checkbox' : 'radio'
  const open = single !== undefined && !options.some(({ value }) => value === '')
  const none = !options.some(({ checked }) => checked)
  const cut = options.length <= visible + 1 ? options.length : visible
  const tail = options.slice(cut)
  return (
    <fieldset className={styles.facet}>
      <legend>{legend}</legend>
      {open && <Choice name={name} kind={kind} option={{ value: '', label: single, checked: none }} />}
      {options.slice(0, cut).map((option) => (
        <Choice key={option.value} name={name} kind={kind} option={option} exactTo={exactTo} />
      ))}
      {tail.length > 0 && (
        <details open={tail.some((option) => option.checked)}>
          <summary>{ui.more(tail.length)}</summary>
          {tail.map((option) => (
            <Choice key={option.value} name={name} kind={kind} option={option} exactTo={exactTo} />
          ))}
        </details>
      )}
    </fieldset>
  )
}

type ChoiceProps = { name: string; kind: 'checkbox' | 'radio'; option: FacetOption; exactTo?: number }

function Choice({ name, kind, option, exactTo = Number.POSITIVE_INFINITY }: ChoiceProps) {
  const [format, { ui }] = [useFormat(), useMessages()]
  const { count } = option
  return (
    <label className={styles.choice}>
      <input type={kind} name={name} value={option.value} defaultChecked={option.checked} />
      <span>{option.label}</span>
      {count !== undefined && (
        <span className={styles.count}>
          {count > exactTo ? ui.moreThan(format.number(exactTo)) : format.number(count)}
        </span>
      )}
    </label>
  )
}
