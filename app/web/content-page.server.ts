/** Pages of content/pages as a route needs them; a page without a translation comes in Russian and says so. */
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { renderMarkdown } from '#content/markdown.ts'
import type { Locale } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'
import { serve } from './serve.server.ts'

export interface ContentPage {
  title: string
  description: string
  html: string
  lang: Locale
  sections: { id: string; title: string }[]
}

/** The page in the visitor's language, else in Russian; Problem('not-found') when there is none at all. */
export function contentPage(slug: string, locale: Locale): ContentPage {
  const inLanguage = (language: Locale) =>
    content().pages.find((page) => page.slug === slug && page.language === language)
  const page = inLanguage(locale) ?? inLanguage('ru')
  if (!page) throw new Problem('not-found')
  const { title, description, language } = page
  const html = htmlOf(page.file, page.body)
  return { title, description, html, lang: language, sections: sectionsOf(html) }
}

/** A loader that shows one page. */
export function contentPageLoader(slug: string) {
  return serve(async ({ locale }) => contentPage(slug, locale))
}

/** The manuals in their printed order: the address under /help, and whose manual it is. */
export function manuals(locale: Locale, t: Messages): { role: string; label: string }[] {
  const { pages, roles } = content()
  const known = [...roles.roles, ...roles.derived]
  return pages
    .filter(({ slug, language }) => slug.startsWith('help-') && language === 'ru')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ slug }) => {
      const role = slug.slice('help-'.length)
      return { role, label: known.find(({ code }) => code === role)?.title[locale] ?? t.help.guest }
    })
}

const rendered = new Map<string, string>()

function htmlOf(file: string, body: string): string {
  const html = rendered.get(file) ?? renderMarkdown(body)
  rendered.set(file, html)
  return html
}

function sectionsOf(html: string) {
  return [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, id = '', inner = '']) => ({
    id,
    title: inner.replace(/<[^>]*>/g, ''),
  }))
}
