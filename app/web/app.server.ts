/**
 * The HTTP application: what happens to a request, from top to bottom.
 *
 * Health, downloads, feeds and suggestions are plain handlers before Remix, which costs several times more. A guest's
 * page comes from the page cache when it is there. Every answer carries a request id; nothing of a defect leaves.
 */
import { randomBytes } from 'node:crypto'
import type { ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { assets } from './assets.server.ts'
import { remix } from './documents.server.ts'
import { refuseForgery } from './forgery.ts'
import { registerHandlers } from './handlers/index.ts'
import { securityHeaders } from './headers.ts'
import { health } from './health.server.ts'
import type { LivePages } from './live.server.ts'
import { pathLine } from './log-lines.ts'
import { refuseHugeBody, refuseMalformed } from './malformed.ts'
import { type Metrics, measured } from './metrics.server.ts'
import { guestPages, type Keep } from './page-cache.server.ts'
import { cookieNames, cookiesOf, leftCookie, localeOf, settingsOf, type Visit } from './request.server.ts'
import { routePatches } from './route-patches.server.ts'
import type { Services } from './services.ts'

export interface Door {
  services: Services
  metrics: Metrics
  build: ServerBuild | (() => Promise<ServerBuild>)
  live: LivePages
  /** middleware of the development server, before everything of ours */
  development?: RequestHandler
}

/** The whole application; `listen` is the caller's. */
export function createApp({ services, metrics, build, live, development }: Door): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  app.use(measured(services.log, metrics))
  app.use(refuseMalformed)
  app.use(health(services, metrics))
  app.use((_, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    next()
  })
  app.use(
    securityHeaders({
      https: services.config.publicUrl.startsWith('https:'),
      nonceOf: (request) => String(request.res?.locals.nonce),
      development: development !== undefined,
    }),
  )
  app.use(development ?? assets())
  if (typeof build !== 'function') app.use(routePatches(build))
  app.use(refuseForgery)
  app.use(guestPages(services, metrics))
  app.use(visits(services))
  app.use(refuseHugeBody)
  registerHandlers(app, services, live)
  const contextOf = (request: Request) => ({
    services,
    visit: visitOf(request),
    keep: keepOf(request),
    ...(request.path.endsWith('.data') ? {} : { still: new Map() }),
  })
  app.all('*', remix(build, development ? 'development' : 'production', contextOf))
  app.use(defects(services))
  return app
}

/** What broke outside of a page: told to the log alone. An address that cannot be read is no defect of ours. */
function defects(services: Services): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const refused = Number(error?.status) >= 400 && Number(error?.status) < 500
    if (!refused)
      services.log.error(
        { err: error, id: response.locals.requestId, path: pathLine(request.path) },
        'defect',
      )
    if (response.headersSent) return response.destroy()
    const sentence = refused ? 'Это не адрес страницы.' : messagesOf('ru').problems.failed
    response
      .status(refused ? error.status : 500)
      .type('text/plain')
      .send(`${sentence}\n`)
  }
}

/** Finds out once who asks and how they want the page; later handlers read `visitOf`. */
function visits(services: Services): RequestHandler {
  return async (request, response, next) => {
    try {
      const cookies = cookiesOf(request.headers.cookie)
      const now = new Date()
      const visit: Visit = {
        id: String(response.locals.requestId),
        nonce: String(response.locals.nonce),
        locale: localeOf(request, cookies),
        settings: settingsOf(cookies),
        actor: null,
        confined: null,
        cookies: [],
        flash: cookies.get(cookieNames.flash) ?? null,
        now,
        zone: services.zone,
        address: request.ip ?? '',
        sessionId: cookies.get(cookieNames.session),
        ticket: cookies.get(cookieNames.ticket),
        begun: cookies.get(cookieNames.begun),
        ended: false,
      }
      if (visit.sessionId) await recognise(services, visit, visit.sessionId)
      visit.ended =
        !visit.actor && !visit.confined && (Boolean(visit.sessionId) || cookies.has(cookieNames.left))
      response.locals.visit = visit
      if (visit.actor || visit.confined) response.setHeader('Cache-Control', 'private, no-cache')
      next()
    } catch (error) {
      next(error)
    }
  }
}

async function recognise(services: Services, visit: Visit, sessionId: string) {
  const { userId, cookie, vouched } = await services.sessions.find(sessionId)
  if (cookie) visit.cookies.push(cookie)
  if (!userId) visit.cookies.push(leftCookie)
  if (!userId) return
  const actor = await actorOf(services.web.db, { userId }, dayOf(visit.now, visit.zone))
  const { obliged = false, enrolled = false } = actor?.secondFactor ?? {}
  const owes = services.config.secondFactor && obliged && !enrolled && !vouched
  visit[owes ? 'confined' : 'actor'] = actor
}

/** The visit that the middleware found for this request. */
export function visitOf(request: Request): Visit {
  return request.res?.locals.visit as Visit
}

/** How the rendered page is kept for other guests, when it may be. */
function keepOf(request: Request): Keep | undefined {
  return request.res?.locals.keep as Keep | undefined
}
