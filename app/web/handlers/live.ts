/** The line on which an open page of a draft hears of news: numbers alone, never anybody's words. */
import type { Express } from 'express'
import { Problem } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import type { LivePages } from '#app/web/live.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { hashOf } from '#app/web/session.server.ts'
import { answering } from './reviews.ts'

/** Milliseconds after which a page whose line was cut comes back. */
const RETRY_MS = 5000

export function register(app: Express, services: Services, live: LivePages): void {
  app.get(
    '/drafts/:slug/live',
    answering(services, async (ctx, { params, query }, response) => {
      const { draft } = await draftBySlug(ctx, params.slug ?? '')
      const { actor, address, sessionId } = response.locals.visit as Visit
      const [since, version] = [placeOf(query.since), placeOf(query.version)]
      response.locals.live = true
      live.open({
        ...{ slug: draft.slug, since, version, address, response },
        ...{ userId: actor?.userId ?? null, personId: actor?.personId ?? null },
        session: actor && sessionId ? hashOf(sessionId) : null,
      })
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'private, no-store, no-transform',
        'X-Accel-Buffering': 'no',
      })
      response.write(`retry: ${RETRY_MS}\n\n`)
    }),
  )
}

/** A number that a page shows; nothing else is one. */
function placeOf(value: unknown): number {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null
  if (number === null) throw new Problem('not-found')
  return number
}
