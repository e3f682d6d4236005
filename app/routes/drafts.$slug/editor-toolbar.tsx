import { type KeyboardEvent, useRef, useState } from 'react'
import { classes } from '#app/ui/classes.ts'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import styles from './draft-editor.module.css'
import type { Tool, ToolSet } from './editor-tools.ts'

type ToolbarProps = {
  tools: Tool[]
  /** what there is besides in the place where the cursor is */
  sets: ToolSet[]
  label: string
  leave: () => void
}

/** The buttons over the text: one stop of Tab, arrows go along them, Escape goes back to the text. */
export function Toolbar({ tools, sets, label, leave }: ToolbarProps) {
  const [stop, setStop] = useState(tools[0]?.key)
  const root = useRef<HTMLDivElement>(null)
  const live = [...tools, ...sets.flatMap((set) => set.tools)].filter(({ off }) => !off)
  const current = live.some(({ key }) => key === stop) ? stop : live[0]?.key

  function moved(event: KeyboardEvent) {
    const at = live.findIndex(({ key }) => key === current)
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }
    const next = steps[event.key]
    if (event.key === 'Escape') leave()
    if (next === undefined) return
    event.preventDefault()
    const key = live.at(next % live.length)?.key
    setStop(key)
    root.current?.querySelector<HTMLButtonElement>(`[data-tool="${key}"]`)?.focus()
  }

  const button = (tool: Tool) => (
    <ToolButton key={tool.key} {...{ tool }} stop={tool.key === current} onStop={setStop} />
  )
  return (
    <div ref={root} className={styles.toolbar} role="toolbar" aria-label={label} onKeyDown={moved}>
      <div className={styles.tools}>{tools.map(button)}</div>
      {sets.length > 0 && (
        <div className={styles.sets}>
          {sets.map(({ name, tools }) => (
            <fieldset key={name} className={styles.set}>
              <legend className={styles.setName}>{name}</legend>
              {tools.map(button)}
            </fieldset>
          ))}
        </div>
      )}
    </div>
  )
}

type ToolButtonProps = { tool: Tool; stop: boolean; onStop: (key: string) => void }

function ToolButton({ tool, stop, onStop }: ToolButtonProps) {
  const { key, label, sign, run, on, off, keys } = tool
  return (
    <button
      type="button"
      data-tool={key}
      title={keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label}
      aria-pressed={on}
      aria-keyshortcuts={keys}
      disabled={off}
      tabIndex={stop ? 0 : -1}
      className={classes(styles.tool, on && styles.on)}
      onFocus={() => onStop(key)}
      onClick={run}
    >
      <span aria-hidden="true">{sign}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </button>
  )
}
