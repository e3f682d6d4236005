/** What a search engine asks first: robots.txt and the map of the addresses that a guest may open. */
import type { Express, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { listDocuments } from '#app/domain/documents/queries.server.ts'
import { announcedNumbers } from '#app/domain/events/reading/catalogue.server.ts'
import { directionsOfList, listsOfDirections } from '#app/domain/experts/directions.server.ts'
import { publishedNumbers } from '#app/domain/practices/catalogue/listing.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { manuals } from '#app/web/content-page.server.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'

const pages = [
  ...[
    '/',
    '/drafts',
    '/experts',
    '/orders',
    '/practices',
    '/events',
    '/directions',
    '/documents',
    '/glossary',
    '/organisations',
    '/opendata',
  ],
  ...['/about', '/help', '/rules', '/privacy', '/contacts'],
]
const LIMIT = 5000

export function register(app: Express, services: Services): void {
  const { publicUrl, demo } = services.config
  app.get('/robots.txt', (_, response) => {
    // Invented people must not be found by a search engine as if they lived.
    const rules = demo
      ? ['Disallow: /']
      : ['Disallow: /cabinet', 'Disallow: /admin', `Sitemap: ${publicUrl}/sitemap.xml`]
    unindexed(response, demo)
      .type('text/plain')
      .send(['User-agent: *', ...rules, ''].join('\n'))
  })
  app.get('/sitemap.xml', async (_, response, next) => {
    try {
      // The map is the guest's, whoever asks for it.
      const ctx: Ctx = { db: services.web.db, actor: null, now: new Date(), zone: services.zone }
      const urls = (await addresses(ctx)).map((path) => `<url><loc>${escaped(publicUrl + path)}</loc></url>`)
      const head =
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
      unindexed(response, demo)
        .type('application/xml')
        .send(`${head}\n${urls.join('\n')}\n</urlset>\n`)
    } catch (error) {
      next(error)
    }
  })
}

/** Addresses of pages, newest first within a kind. People are not listed: the registry leads to them. */
async function addresses(ctx: Ctx): Promise<string[]> {
  const drafts = await listDrafts(ctx, { limit: LIMIT })
  const documents = await listDocuments(ctx, { limit: LIMIT })
  const directions = new Set<string>()
  for (const { code } of await listsOfDirections(ctx))
    for (const direction of await directionsOfList(ctx, code)) directions.add(direction.code)
  return [
    ...pages,
    ...manuals('ru', messagesOf('ru')).map(({ role }) => `/help/${role}`),
    ...drafts.rows.map(({ slug }) => `/drafts/${slug}`),
    ...(await publishedNumbers(ctx, LIMIT)).map((number) => `/practices/${number}`),
    ...(await announcedNumbers(ctx, LIMIT)).map((number) => `/events/${number}`),
    ...documents.rows.map(({ code }) => `/documents/${code}`),
    ...[...directions].map((code) => `/directions/${code}`),
  ]
}

function unindexed(response: Response, demo: boolean): Response {
  return demo ? response.setHeader('X-Robots-Tag', 'noindex') : response
}

function escaped(address: string): string {
  return encodeURI(address).replaceAll('&', '&amp;')
}
