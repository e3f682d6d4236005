/**
 * Defence against forged requests: a change is taken only from our own pages.
 *
 * Cookies are SameSite=Lax; besides, every browser now says where a request comes from. Sec-Fetch-Site decides where
 * it is sent, else Origin must name this host. A request with neither is no browser's form and is refused.
 */
import type { RequestHandler } from 'express'

export const refuseForgery: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
  // A mail program ends letters with the sealed link alone, from no page at all (RFC 8058); no cookie is looked at.
  if (/^\/unsubscribe\/[\w-]+$/.test(request.path)) return next()
  const site = request.get('sec-fetch-site')
  const origin = request.get('origin')
  const ours = site ? site === 'same-origin' : origin ? hostOf(origin) === request.get('host') : false
  if (ours) return next()
  response.status(403).type('text/plain').send('Запрос пришёл с другого сайта и отклонён.\n')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
