/** What of the log is asked for in an address: the same words for the page and for its files. Pure. */
import { isDay } from '#app/domain/documents/fields.ts'

export interface LogAsked {
  kind: string
  actor: string
  object: string
  day: string
}

/** The words as they stand in the address, none longer than a field. */
export function askedOf(query: URLSearchParams): LogAsked {
  const asked = (name: string) => query.get(name)?.replaceAll('\0', '').trim().slice(0, 60) ?? ''
  return {
    kind: asked('kind'),
    actor: asked('actor'),
    object: asked('object').toLowerCase(),
    day: asked('day'),
  }
}

/** What the log is narrowed to by them; a word that says nothing narrows nothing. */
export function filterOf({ kind, actor, object, day }: LogAsked) {
  const number = /^№?\s*([1-9]\d{0,8})$/.exec(actor)?.[1]
  return {
    kind: kind || undefined,
    actor: number === undefined ? undefined : Number(number),
    object: object || undefined,
    day: isDay(day) ? day : undefined,
  }
}
