/** Pages of text and manuals, in the visitor's language where there are any. */
import { content } from '#content/load.ts'
import type { Page } from '#content/types.ts'
import type { Found, Search } from './engine.ts'
import { excerpt, fold, literal, marked } from './words.ts'

/** Pages with all the words; those that name them in the title come first. */
export async function findPages({ starts, limit, locale }: Search): Promise<Found> {
  const shown = content().pages.filter(
    ({ slug, language }) =>
      language === locale ||
      (language === 'ru' && !content().pages.some((page) => page.slug === slug && page.language === locale)),
  )
  const found = shown.filter((page) => hasAll(`${page.title} ${page.description} ${plain(page)}`, starts))
  const byTitle = found.sort((a, b) => Number(hasAll(b.title, starts)) - Number(hasAll(a.title, starts)))
  return {
    count: found.length,
    rows: byTitle.slice(0, limit).map((page) => ({
      ...{
        href: addressOf(page.slug),
        title: marked(page.title, starts),
        excerpt: excerpt(plain(page), starts),
      },
      ...{ note: '', day: null, number: null },
    })),
  }
}

function hasAll(text: string, starts: readonly string[]): boolean {
  const folded = fold(text)
  return starts.every((start) => new RegExp(`(?<![\\p{L}\\p{N}_])${literal(start)}`, 'u').test(folded))
}

/** The words of Markdown without its marks. */
function plain({ body }: Page): string {
  return body
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[-\s|:]+$/gm, ' ')
    .replace(/^(?:#+|>|[-*]|\d+\.)\s+/gm, '')
    .replace(/[*_`|]+/g, ' ')
}

function addressOf(slug: string): string {
  if (slug.startsWith('consent-')) return '/consents'
  return `/${slug.replace(/^help-/, 'help/')}`
}
