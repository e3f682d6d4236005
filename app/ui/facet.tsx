import type { ReactNode } from 'react'
import styles from './facet.module.css'
import { useFormat, useMessages } from './messages.tsx'

export type FacetOption = { value: string; label: ReactNode; count?: number; checked?: boolean }

type FacetProps = {
  name: string
  legend: ReactNode
  options: readonly FacetOption[] /** How many show before «ещё N». */
  visible?: number
}

/** A filter of a list: boxes with counts inside the page's GET form; the tail folds away unless something in it is chosen. */
export function Facet({ name, legend, options, visible = 5 }: FacetProps) {
  const { ui } = useMessages()
  const cut = options.length <= visible + 1 ? options.length : visible
  const tail = options.slice(cut)
  return (
    <fieldset className={styles.facet}>
      <legend>{legend}</legend>
      {options.slice(0, cut).map((option) => (
        <Choice key={option.value} name={name} option={option} />
      ))}
      {tail.length > 0 && (
        <details open={tail.some((option) => option.checked)}>
          <summary>{ui.more(tail.length)}</summary>
          {tail.map((option) => (
            <Choice key={option.value} name={name} option={option} />
          ))}
        </details>
      )}
    </fieldset>
  )
}

function Choice({ name, option }: { name: string; option: FacetOption }) {
  const format = useFormat()
  return (
    <label className={styles.choice}>
      <input type="checkbox" name={name} value={option.value} defaultChecked={option.checked} />
      <span>{option.label}</span>
      {option.count !== undefined && <span className={styles.count}>{format.number(option.count)}</span>}
    </label>
  )
}
