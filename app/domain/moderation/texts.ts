/**
 * Texts: what moderation needs of a room whose words it looks after.
 *
 * The room of moderation stands to the left of those who hold the words, so each of them describes its kind of text
 * here and the doors hand the descriptions in: one queue for all, and no word is read past its own room's reach.
 */
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import type { Place } from '#app/domain/rules.ts'

export type Veil = 'held' | 'hidden' | 'returned'

/** A text as the rules weigh it, read under its lock. */
export interface TextFacts {
  id: string
  /** null: said without a name, so nobody is told and nobody appeals */
  authorId: string | null
  place: Place
  /** who may not know the draft may not know the text */
  draftId: string | null
  /** false once its author took it back: nothing is left to moderate */
  stands: boolean
  veil: Veil | null
  /** path on this site where it stands */
  address: string
  /** numbers and titles for the sentence of a notification; no words of anybody */
  facts: Record<string, string | number>
}

/** What its author sends instead of a text that was given back; parts that are not sent stay as they are. */
export interface CorrectedWords {
  body: string
  replacement?: string
  grounds?: string
  sources?: string
}

/** A text as its moderator sees it. */
export interface TextShown {
  id: string
  /** who wrote it, as readers see it; empty: said without a name */
  author: string
  body: string
  /** null: proposes no wording; empty: to leave the passage out */
  replacement: string | null
  /** why, and what it rests on; of texts that say it apart */
  grounds?: string
  sources?: string
  lang: string
  /** what it is about: the passage with the words around it, or the remark that was replied to */
  context: { label: string; before: string; words: string; after: string } | null
  title: string
  address: string
  draft: string | null
  sentAt: Date
  veil: Veil | null
  withdrawn: boolean
}

export interface VeilChange {
  veil: Veil
  code: string | null
  words: string
}

export interface TextKind {
  /** Locks the text; Problem('not-found') when there is none. Reach is asked by the case. */
  lock(ctx: Ctx, id: string): Promise<TextFacts>
  /** Puts a veil over the words, or takes it off; what follows from words becoming visible is told here, too. */
  cover(ctx: ActingCtx, id: string, change: VeilChange | null): Promise<void>
  /** The texts with these ids that the viewer may see. */
  shown(ctx: Ctx, ids: readonly string[]): Promise<TextShown[]>
  /** Replaces the words by those the author corrected; absent where words have an editing page of their own. */
  revise?(ctx: ActingCtx, id: string, words: CorrectedWords): Promise<void>
}

export type TextKinds = Readonly<Record<string, TextKind>>
