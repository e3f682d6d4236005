/** What a conversion gives: the document, what of it was lost and where, and what reviewers left in the file. */

import type { Loss } from '#app/domain/reviews/texts/losses.ts'
import type { DocJson } from '#app/editor/check.ts'

export type ChangePolicy = 'accept' | 'reject' | 'suggest'

/** Tracked changes of a file, by what they do. */
export interface ChangeCounts {
  inserted: number
  deleted: number
  moved: number
  formatted: number
}

/** A place in the words of a block: UTF-16 code units. */
export interface Point {
  blockId: string
  offset: number
}

export interface FileComment {
  id: string
  author: string
  /** as the file says it; nobody checked */
  date: string | null
  text: string
  /** the comment that it answers */
  parent: string | null
  /** somebody has closed it as resolved */
  resolved: boolean
  /** null when the comment points at nothing that was kept */
  from: Point | null
  to: Point | null
}

/** A tracked change as words in the place of words, in the text without the changes. */
export interface FileSuggestion {
  author: string
  date: string | null
  blockId: string
  from: number
  to: number
  /** the words that stand there now */
  old: string
  replacement: string
}

export interface ImageAsset {
  sha256: string
  mediaType: 'image/png' | 'image/jpeg'
  bytes: Uint8Array
}

export interface Converted {
  doc: DocJson
  losses: Loss[]
  changes: ChangeCounts
  comments: FileComment[]
  suggestions: FileSuggestion[]
  images: ImageAsset[]
  /** the version that an exported file was made of, as the file says: an id of ours, or anything at all */
  origin: string | null
}

export function noChanges(): ChangeCounts {
  return { inserted: 0, deleted: 0, moved: 0, formatted: 0 }
}

export function changesIn(counts: ChangeCounts): number {
  return counts.inserted + counts.deleted + counts.moved + counts.formatted
}
