/**
 * The open interface, /api/v1: read by anybody from any site, always as a guest would see it.
 *
 * Whoever is signed in gets the same answers: the interface never looks at the session. An answer may be kept by
 * caches, but must be asked about before each use (ETag), so that a withdrawn consent hides a name everywhere at once.
 */
import type { Express, Request, RequestHandler, Response } from 'express'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { BadRequest, Moved, readQuery } from '#app/web/api/asking.ts'
import { expertResources } from '#app/web/api/expert-resources.ts'
import { openapiOf } from '#app/web/api/openapi.ts'
import { referenceResources } from '#app/web/api/reference-resources.ts'
import type { Resource } from '#app/web/api/resource.ts'
import { Catalogue } from '#app/web/api/shapes.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { type Locale, locales } from '#content/messages/locales.ts'

const ROOT = '/api/v1'
export const resources: readonly Resource[] = [...expertResources, ...referenceResources]

export function register(app: Express, services: Services): void {
  app.use(ROOT, open, limited(services))
  app.get(ROOT, catalogue(services))
  app.get(`${ROOT}/openapi.json`, (request, response) => {
    response.json(description(services, localeOf(request)))
  })
  for (const resource of resources)
    app.get(ROOT + resource.path.replace(/\{(\w+)\}/g, ':$1'), answer(resource, services))
  app.use(ROOT, (request, response) => refuse(request, response, 404))
}

/** What every answer carries, the refusals too; and what may be asked at all. */
const open: RequestHandler = (request, response, next) => {
  // An answer is always made anew here, so a tag that still fits is answered 304 to whoever distrusts caches, too.
  delete request.headers['cache-control']
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Link, Retry-After',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'public, no-cache',
    Vary: 'Accept-Language',
  })
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  response.set({ Allow: 'GET, HEAD, OPTIONS' })
  if (request.method !== 'OPTIONS') return refuse(request, response, 405)
  response.set({
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': 'If-None-Match, Accept-Language',
    'Access-Control-Max-Age': '86400',
  })
  response.status(204).end()
}

function limited(services: Services): RequestHandler {
  return async (request, response, next) => {
    const ctx = guestOf(services, response)
    try {
      const { address } = response.locals.visit as Visit
      await countAttempt(ctx, 'api', address, content().settings.rates.apiPerAddress)
      next()
    } catch (error) {
      failed(error, services, request, response)
    }
  }
}

function answer(resource: Resource, services: Services): RequestHandler {
  return async (request, response) => {
    try {
      const asked = new URLSearchParams(request.originalUrl.split('?')[1] ?? '')
      const read = await resource.read({
        ctx: guestOf(services, response),
        params: request.params,
        query: readQuery(resource.query, asked) as never,
        link: (path) => services.config.publicUrl + path,
      })
      const next = nextOf(read, services.config.publicUrl + request.path, asked)
      if (next) response.set('Link', `<${next}>; rel="next"`)
      // only what the schema names goes out
      response.json(resource.answer.parse({ ...(read as object), next }))
    } catch (error) {
      failed(error, services, request, response)
    }
  }
}

function nextOf(read: unknown, address: string, asked: URLSearchParams): string | null {
  const { after } = read as { after?: string | null }
  if (!after) return null
  const query = new URLSearchParams(asked)
  query.set('after', after)
  return `${address}?${query}`
}

function failed(error: unknown, services: Services, request: Request, response: Response): void {
  if (error instanceof Moved) {
    response.redirect(301, ROOT + error.path)
    return
  }
  if (error instanceof BadRequest) {
    refuse(request, response, 400, error)
    return
  }
  const status = error instanceof Problem ? statusOf(error.code) : 500
  if (status === 500)
    services.log.error({ err: error, id: response.locals.requestId }, 'the open interface failed')
  if (status !== 429) {
    refuse(request, response, status === 404 ? 404 : 500)
    return
  }
  const seconds = Number((error as Problem).facts.minutes ?? 1) * 60
  response.set('Retry-After', String(seconds))
  refuse(request, response, 429, undefined, seconds)
}

/** A refusal in the shape of RFC 9457, in the language that is asked for. */
function refuse(request: Request, response: Response, status: number, bad?: BadRequest, seconds = 0): void {
  const locale = localeOf(request)
  const { refusals, details, faults, tooMany } = messagesOf(locale).api
  const errors = bad?.faults.map(({ parameter, code }) => ({
    ...{ parameter, code, detail: faults[code] ?? details[400] },
  }))
  response
    .status(status)
    .set('Content-Language', locale)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...{ type: 'about:blank', title: refusals[status], status },
        detail: status === 429 ? tooMany(seconds) : details[status],
        ...(errors ? { errors } : {}),
      }),
    )
}

function catalogue({ config }: Services): RequestHandler {
  return (request, response) => {
    const locale = localeOf(request)
    const { api } = messagesOf(locale)
    const { instance } = content()
    response.json(
      Catalogue.parse({
        ...{ title: api.title(instance.name[locale]), licence: instance.licence[locale] },
        ...{ passport: `${config.publicUrl}/opendata`, openapi: `${config.publicUrl}${ROOT}/openapi.json` },
        resources: resources.map(({ id, path }) => ({ path: ROOT + path, title: api.resources[id] })),
      }),
    )
  }
}

const described = new Map<string, unknown>()
function description({ config }: Services, locale: Locale) {
  const key = `${config.publicUrl} ${locale}`
  const { instance, settings } = content()
  const document =
    described.get(key) ??
    openapiOf(resources, {
      ...{ base: config.publicUrl + ROOT, name: instance.name[locale], licence: instance.licence[locale] },
      ...{ rate: settings.rates.apiPerAddress, words: messagesOf(locale).api },
    })
  described.set(key, document)
  return document
}

function guestOf(services: Services, response: Response): Ctx {
  const { now, zone } = response.locals.visit as Visit
  return { db: services.web.db, actor: null, now, zone }
}

function localeOf(request: Request): Locale {
  const [first] = locales
  return (request.acceptsLanguages([...locales]) || first) as Locale
}
