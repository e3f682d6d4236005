/** What a card still lacks before it can be sent: the same list shows beside the form and refuses the sending. Pure. */
import type { NodeJson } from '#app/editor/check.ts'
import type { Practices } from '#content/types.ts'

export interface Card {
  kind: 'expert' | 'pedagogical'
  title: string
  abstract: string
  directionVersionId: string | null
  tier: string | null
  licence: string | null
  /** letters of each part by code */
  letters: ReadonlyMap<string, number>
}

export type Lack =
  | { field: 'title' | 'abstract' | 'direction' | 'tier' | 'licence' }
  | { field: 'section'; section: string; letters: number; least: number }

/** In the order of the card; empty when it can be sent. */
export function lacksOf(card: Card, { kinds, sections }: Pick<Practices, 'kinds' | 'sections'>): Lack[] {
  const directed = kinds.find(({ code }) => code === card.kind)?.direction ?? false
  const lacks: Lack[] = []
  if (card.title === '') lacks.push({ field: 'title' })
  if (card.abstract === '') lacks.push({ field: 'abstract' })
  if (directed && card.directionVersionId === null) lacks.push({ field: 'direction' })
  if (card.tier === null) lacks.push({ field: 'tier' })
  if (card.licence === null) lacks.push({ field: 'licence' })
  for (const { code, least } of sections) {
    const letters = card.letters.get(code) ?? 0
    if (letters < least) lacks.push({ field: 'section', section: code, letters, least })
  }
  return lacks
}

/** Letters of a text without the space around and between its blocks. */
export function lettersIn(node: Pick<NodeJson, 'text' | 'content'>): number {
  const own = node.text?.replace(/\s+/g, ' ').trim().length ?? 0
  return own + (node.content ?? []).reduce((sum, child) => sum + lettersIn(child), 0)
}
