/** Slugs: a title in Latin letters for an address. It is given once and never changes. */
import { latinOf } from '#app/domain/latin.ts'

/** At most 60 letters, digits and hyphens; `draft` when nothing is left of the title. */
export function slugOf(title: string): string {
  const words =
    latinOf(title)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, 60) : `${slug}-${word}`
    if (longer.length > 60) break
    slug = longer
  }
  return slug === '' ? 'draft' : slug
}
