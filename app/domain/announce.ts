/** Announcements inside one process after a commit: the page cache and live pages listen. Others hear by NOTIFY. */
export interface Recorded {
  kind: string
  objectId: string | null
}
type Listener = (recorded: readonly Recorded[]) => void

// One set per process even when a development server loads this module twice.
const key = Symbol.for('rses.listeners')
const holder = globalThis as { [key]?: Set<Listener> }
holder[key] ??= new Set()
const listeners = holder[key]

/** Calls `listener` after each commit in this process; returns the function that ends it. */
export function onCommit(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function announce(recorded: readonly Recorded[]): void {
  for (const listener of listeners) listener(recorded)
}
