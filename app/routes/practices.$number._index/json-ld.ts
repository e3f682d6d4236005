/** schema.org of the published card: LearningResource; names only as the page shows them. */
import type { PracticeCard } from '#app/domain/practices/reading/card.server.ts'

type Facts = {
  direction: { title: string } | null
  subjects: string[]
  tier: string | null
  licence: { url: string } | null
}

export function jsonLdOf(
  { state, version, authors, files }: PracticeCard,
  { url, site, facts }: { url: string; locale: string; site: string; facts: Facts },
) {
  const about = [facts.direction?.title, ...facts.subjects].filter(Boolean)
  const named = authors.flatMap(({ name }) => (name ? [{ '@type': 'Person', name }] : []))
  const organisation = { '@type': 'Organization', name: state.organisation.name }
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    '@id': url,
    url,
    name: version.title,
    description: version.abstract,
    inLanguage: 'ru',
    identifier: String(state.practice.number),
    version: version.number,
    learningResourceType: state.practice.kind === 'expert' ? 'Best practice' : 'Teaching practice',
    author: named.length > 0 ? named : [organisation],
    sourceOrganization: organisation,
    publisher: { '@type': 'Organization', name: site },
    datePublished: state.practice.publishedAt?.toISOString(),
    dateModified: version.publishedAt?.toISOString(),
    isAccessibleForFree: true,
    ...(facts.licence ? { license: facts.licence.url } : {}),
    ...(facts.tier ? { educationalLevel: facts.tier } : {}),
    ...(about.length > 0 ? { about } : {}),
    ...(files.length > 0
      ? {
          encoding: files.map((file) => ({
            '@type': 'MediaObject',
            name: file.name,
            encodingFormat: file.mediaType,
            contentUrl: `${url}/files/${file.id}`,
          })),
        }
      : {}),
  }
}
