/** The document that a form holds, however it was typed. */
import type { Imported } from '#app/domain/reviews/texts/importing.ts'
import { docOfSource, type Way } from '#app/domain/reviews/texts/sources.ts'
import { checkDoc, type DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'

type Typed = { way: Way; source: string; base: string }

/** `saved` is the document as it stands; signs of Markdown are read by `base`, by `saved` where the form sent none. */
export function typedDoc({ way, source, base }: Typed, saved?: DocJson): Imported {
  const signs = way === 'markdown' ? (checkedBase(base) ?? saved) : undefined
  return docOfSource(way, source, signs && { signs, saved: saved ?? signs })
}

/** What a client sent as the document before; null when it cannot have been one. */
function checkedBase(json: string): DocJson | null {
  if (json === '') return null
  try {
    return checkDoc(JSON.parse(json), { characters: content().settings.text.draftCharacters }).doc ?? null
  } catch {
    return null
  }
}
