import styles from './tone.module.css'

/** A meaning shown by colour beside its word, never by colour alone. */
export type Tone = 'neutral' | 'green' | 'amber' | 'red' | 'blue' | 'slate'

/** The class that sets `--tone`, `--tone-wash` and `--tone-ink` for an element and its children. */
export function toneClass(tone: Tone): string {
  return styles[tone] ?? ''
}
