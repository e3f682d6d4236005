import { dropFromTab, keepInTab, keptInTab } from '#app/ui/tab-words.ts'

/** A text that could not be saved, kept in this tab for its writer until it is. */
export interface KeptText {
  owner: string
  /** the edition that it was typed over */
  edition: number
  way: string
  source: string
  /** the document that its Markdown was made of, for the signs in it */
  base: string
}
type Saved = { id: string; source: string; markdown: string }

const nameOf = (versionId: string) => `text:${versionId}`

/** Keeps what the form holds; false when the tab has no room for it. */
export function keepText(versionId: string, text: KeptText): boolean {
  return keepInTab(nameOf(versionId), text)
}

export function forgetText(versionId: string): void {
  dropFromTab(nameOf(versionId))
}

/** What this tab kept for this writer and the server does not have. */
export function keptText(version: Saved, owner: string): KeptText | null {
  const kept = keptInTab<KeptText>(nameOf(version.id), owner)
  if (!kept) return null
  const saved = kept.way === 'rich' ? version.source : version.markdown
  if (typeof kept.source === 'string' && ordered(kept.source) !== ordered(saved)) return kept
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
