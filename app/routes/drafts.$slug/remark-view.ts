/** What the form of a remark needs; made by the loader of its page, used by the page and by the dialog over the text. */
import type { RemarkKind } from '#content/types.ts'

export interface PassageView {
  fromBlock: string
  toBlock: string
  address: string
  /** the text of the unit in which words are chosen */
  text: string
  /** numbers of the first and the last chosen word, from 1 */
  first: number
  last: number
  whole: boolean
  /** words that run over several units: they can no longer be narrowed, only quoted */
  quote: string | null
  /** the parts of a table row, to be more exact */
  cells: { blockId: string; text: string }[]
}

export interface RemarkFormView {
  action: string
  unsentAction: string
  /** whose text it is: a copy in the browser is shown to nobody else */
  owner: string
  back: string
  versionId: string
  lang: string
  max: number
  files: { most: number; megabytes: number }
  passage: PassageView
  kinds: { code: RemarkKind; title: string; hint: string }[]
  behalf: { id: string; name: string }[]
  defaults: Record<string, string>
  /** what was typed before and not sent */
  unsent: Record<string, string> | null
}

/** The page of the form: `denial` says why sending is not possible now. */
export interface RemarkPageView {
  title: string
  draft: { slug: string; title: string; lang: string }
  /** null: no place was named yet, `blocks` lets choose one */
  form: RemarkFormView | null
  blocks: BlockChoice
  denial: string | null
  signInHref: string | null
  restored: boolean
  /** «Следить» for this place; null for guests and before a place is named */
  follow: { kind: string; id: string; on: boolean } | null
}

/** Places of the document to choose from; `more`: the list was cut. */
export interface BlockChoice {
  query: string
  found: { blockId: string; address: string; text: string }[]
  more: boolean
}
