/** What a file that came back holds, as it is shown before anything is saved. */
import type { Range } from '#app/domain/reviews/anchors/passages.ts'
import type { RemarkKind } from '#content/types.ts'

export type MissedReason =
  | 'place'
  | 'empty'
  | 'long'
  | 'passage'
  | 'changed'
  | 'same'
  | 'blocks'
  | 'rewritten'
  | 'repeated'
  | 'answer'

export interface ReturnedItem {
  /** the same whenever the same file is read against the same version */
  key: string
  kind: RemarkKind | 'reply'
  /** of a reply: the number of the remark that it answers */
  answers: number | null
  /** where in the version; null of a reply */
  range: Range | null
  address: string
  exact: string
  body: string
  /** what the passage is to become; null of everything but a proposal */
  replacement: string | null
  /** as the file says: nobody checked */
  author: string
  date: string | null
  /** the text around is another one in the version */
  near: boolean
  /** closed as resolved in the file */
  resolved: boolean
}

export interface MissedItem {
  key: string
  reason: MissedReason
  /** of `long`: how many characters fit; of others: a number of a remark */
  n: number | null
  author: string
  /** where in the file */
  address: string
  exact: string
  words: string
}

export interface Returned {
  items: ReturnedItem[]
  missed: MissedItem[]
  /** comments of our own export, still as they were */
  known: number
  /** entries beyond what is taken at once */
  over: number
  /** changes of rows, cells, borders of paragraphs and looks: no words can say them */
  structure: number
}
