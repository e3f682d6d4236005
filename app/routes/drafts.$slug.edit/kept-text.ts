/** A text that could not be saved, kept in this tab for its writer until it is. */
export interface KeptText {
  owner: string
  /** the edition that it was typed over */
  edition: number
  way: string
  source: string
}
type Saved = { id: string; source: string; markdown: string }

const keyOf = (versionId: string) => `text:${versionId}`

/** Keeps what the form holds; false when the tab has no room for it. */
export function keepText(versionId: string, text: KeptText): boolean {
  try {
    sessionStorage.setItem(keyOf(versionId), JSON.stringify(text))
    return true
  } catch {
    // a full or forbidden store: the text is still in the form
    return false
  }
}

export function forgetText(versionId: string): void {
  sessionStorage.removeItem(keyOf(versionId))
}

/** What this tab kept for this writer and the server does not have; a text of somebody else is thrown away. */
export function keptText(version: Saved, owner: string): KeptText | null {
  const text = sessionStorage.getItem(keyOf(version.id))
  if (text === null) return null
  const kept = JSON.parse(text) as KeptText
  const saved = kept.way === 'rich' ? version.source : version.markdown
  if (kept.owner === owner && ordered(kept.source) !== ordered(saved)) return kept
  forgetText(version.id)
  return null
}

/** The same text for the same document: the database keeps the names of attributes in an order of its own. */
function ordered(source: string): string {
  try {
    return JSON.stringify(JSON.parse(source), (_name, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
  } catch {
    return source
  }
}
