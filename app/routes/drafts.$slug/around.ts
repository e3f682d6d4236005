import { createContext, useContext } from 'react'
import type { Passage } from './layout.ts'
import type { ErratumView } from './reading.ts'
import type { NoteView } from './views.ts'

/** What every part of a text needs to know about the text around it. */
export type Around = {
  slug: string
  /** a remark may be left: each unit gets its «+» */
  open: boolean
  /** depth of the highest heading of the document: it becomes the page's h2 */
  topDepth: number
  passages: Map<string, Passage[]>
  notes: Map<number, NoteView>
  /** numbers of the footnotes by their units */
  footnotes: Map<string, string>
  errata: readonly ErratumView[]
}

export const AroundContext = createContext<Around | null>(null)

export function useAround(): Around {
  const around = useContext(AroundContext)
  if (!around) throw new Error('a part of the text stands outside DraftText')
  return around
}
