/** The texts that people consent to: pages of content with a version, so that a record can name exactly what was agreed. */
import { content } from '#content/load.ts'

export const consentKinds = ['processing', 'distribution', 'band'] as const
export type ConsentKind = (typeof consentKinds)[number]

const slugs: Record<ConsentKind, string> = {
  processing: 'consent-processing',
  distribution: 'consent-distribution',
  band: 'consent-band',
}

export interface ConsentText {
  title: string
  version: string
  /** Markdown; the Russian text is the one that binds */
  body: string
}

/** The text in force. */
export function consentText(kind: ConsentKind): ConsentText {
  const page = content().pages.find((page) => page.slug === slugs[kind] && page.language === 'ru')
  if (!page?.version) throw new RangeError(`content/pages/${slugs[kind]}.md with a version is missing`)
  return { title: page.title, version: page.version, body: page.body }
}
