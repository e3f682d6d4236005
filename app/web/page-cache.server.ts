/**
 * Guest page cache (design law 14): a page that anyone without a session asks for is rendered once.
 *
 * Keyed by address with its known parameters, language, reading settings and the instance's day: stages and terms end
 * at midnight, so a page never outlives the day it shows. Any commit of this process drops everything at once, other
 * processes hear of it by NOTIFY, and a listener that had to reconnect may have missed one and drops everything too.
 * Dropping all is right while reads outnumber writes by far, and it cannot forget a page that depends on a row.
 */
import type { Request, RequestHandler } from 'express'
import { onCommit } from '#app/domain/announce.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { channel } from '#app/domain/log.server.ts'
import { printSettings } from '#content/settings.ts'
import type { Metrics } from './metrics.server.ts'
import { PageStore } from './page-store.ts'
import { addressOf, cookieNames, cookiesOf, localeOf, settingsOf } from './request.server.ts'
import { sendPage } from './send-page.ts'
import type { Services } from './services.ts'

const LIMIT_BYTES = 64 * 1024 * 1024

// A request with any other parameter is answered, but neither from the cache nor into it.
const knownParameters = new Set([
  'after',
  'before',
  'day',
  'direction',
  'expertises',
  'from',
  'group',
  'kind',
  'known',
  'lang',
  'letter',
  'level',
  'licence',
  'list',
  'municipality',
  'organisation',
  'q',
  'series',
  'sort',
  'stage',
  'state',
  'status',
  'subject',
  'tier',
  'to',
  'view',
  'work',
  'years',
])

/** Keeps a rendered guest page; the page's renderer calls it when the answer is a plain 200. */
export type Keep = (html: string) => void

/** Answers guests from the cache and lets the renderer fill it. Listening begins at once and ends with `stop`. */
export function guestPages(services: Services, metrics: Metrics): RequestHandler {
  const store = new PageStore(LIMIT_BYTES)
  onCommit(() => store.drop())
  services.owner.sql
    .listen(
      channel,
      () => store.drop(),
      () => store.drop(),
    )
    .catch((error: unknown) => {
      services.log.error({ err: error }, 'cannot hear of changes by other processes')
    })
  return (request, response, next) => {
    const key = keyOf(request, services.zone)
    if (key === null) return next()
    const nonce = String(response.locals.nonce)
    const html = store.find(key, nonce)
    metrics.pages.inc({ cache: html === null ? 'miss' : 'hit' })
    if (html !== null) return sendPage(request, response, html)
    const { generation } = store
    const keep: Keep = (page) => store.keep(key, page, nonce, generation)
    // Only what `documents.server` renders from the very address of the key; a HEAD goes the library's way.
    if (request.method === 'GET') response.locals.keep = keep
    next()
  }
}

/** The key of a page that may be shared between guests; null when this request's may not. */
function keyOf(request: Request, zone: string): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  if (request.path.endsWith('.data') || !request.accepts('html')) return null
  const cookies = cookiesOf(request.headers.cookie)
  if (cookies.has(cookieNames.session) || cookies.has(cookieNames.flash) || cookies.has(cookieNames.ticket))
    return null
  const { pathname, searchParams: query } = addressOf(request)
  for (const name of query.keys()) if (!knownParameters.has(name)) return null
  query.sort()
  const settings = printSettings(settingsOf(cookies))
  return [pathname, query, localeOf(request, cookies), settings, dayOf(new Date(), zone)].join(' ')
}
