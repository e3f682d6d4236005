import type { MetaFunction } from '@remix-run/react'

/** The page's title from its loader's `title` (and `description`), followed by the site's name from the root's. */
export const titled: MetaFunction = ({ matches, error }) => {
  const facts = matches.map((match) => factsOf(match.data))
  const site = facts[0]?.siteName
  const title = error ? undefined : facts.findLast((one) => one.title)?.title
  const description = facts.findLast((one) => one.description)?.description
  return [
    { title: [title, site].filter(Boolean).join(' · ') },
    ...(description ? [{ name: 'description', content: description }] : []),
  ]
}

function factsOf(data: unknown): { title?: string; description?: string; siteName?: string } {
  return typeof data === 'object' && data !== null ? data : {}
}
