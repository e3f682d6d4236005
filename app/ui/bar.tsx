import type { ReactNode } from 'react'
import styles from './bar.module.css'
import { classes } from './classes.ts'
import { type Tone, toneClass } from './tone.ts'

type BarProps = {
  value: number
  max: number
  /** What the bar measures, and its value in words: read aloud instead of the picture. */
  label: string
  valueText?: string
  tone?: Tone
}

/** A thin line that shows a share; the number itself stands in the text beside it. */
export function Bar({ value, max, label, valueText, tone = 'green' }: BarProps) {
  return (
    <div className={classes(styles.bar, toneClass(tone))}>
      <meter
        className={styles.read}
        value={value}
        min={0}
        max={max}
        aria-label={label}
        aria-valuetext={valueText}
      />
      <Share value={value} max={max} />
    </div>
  )
}

/** A bar with its words: the name at the left, the value at the right, the line below. */
export function Meter({ children, ...bar }: BarProps & { children?: ReactNode }) {
  return (
    <div className={styles.meter}>
      <span aria-hidden="true">{bar.label}</span>
      <span className={styles.value} aria-hidden="true">
        {children ?? bar.valueText}
      </span>
      <Bar {...bar} />
    </div>
  )
}

/** The drawn part of a bar; SVG, so that it prints where backgrounds do not. */
export function Share({ value, max }: { value: number; max: number }) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0
  return (
    <svg className={styles.share} width="100%" height="100%" aria-hidden="true" focusable="false">
      <rect width={`${Math.round(share * 10000) / 100}%`} height="100%" rx="2" />
    </svg>
  )
}
