import type { MetaFunction } from '@remix-run/react'
import { titled } from '#app/ui/titled.ts'

type Shown = {
  jsonLd: object | null
  og: { title: string; description: string; url: string; site: string } | null
}

/** Title, what other sites show of a link here, and the machine form. */
export const cardMeta: MetaFunction = (args) => {
  const data = args.data as Shown | undefined
  const { og, jsonLd } = data ?? {}
  return [
    ...(titled(args) ?? []),
    ...(og
      ? [
          { property: 'og:type', content: 'article' },
          { property: 'og:title', content: og.title },
          { property: 'og:description', content: og.description },
          { property: 'og:url', content: og.url },
          { property: 'og:site_name', content: og.site },
          { property: 'og:locale', content: 'ru_RU' },
        ]
      : []),
    ...(jsonLd ? [{ 'script:ld+json': jsonLd }] : []),
  ] as ReturnType<MetaFunction>
}
