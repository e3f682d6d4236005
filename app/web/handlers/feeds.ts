/** Feeds of a draft and calendars of terms: a guest's view, whoever asks, so that readers may share it. */
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { calendarOf, remarkFeed } from '#app/domain/reviews/news/feeding.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'

type Feed = (ctx: Ctx, publicUrl: string, slug?: string) => Promise<{ body: string; changed: Date | null }>

export function register(app: Express, services: Services): void {
  app.get('/feeds/deadlines.ics', sending(services, 'text/calendar', calendarOf))
  app.get('/feeds/drafts/:slug.ics', sending(services, 'text/calendar', calendarOf))
  app.get('/feeds/drafts/:slug.atom', sending(services, 'application/atom+xml', remarkFeed))
}

/** The body decides its ETag; an unchanged feed is answered by 304. */
function sending(services: Services, type: string, feed: Feed): RequestHandler {
  return async (request: Request, response: Response, next) => {
    const ctx: Ctx = { db: services.web.db, actor: null, now: new Date(), zone: services.zone }
    try {
      const { body, changed } = await feed(ctx, services.config.publicUrl, request.params.slug)
      response.setHeader('Cache-Control', 'public, no-cache')
      if (changed) response.setHeader('Last-Modified', changed.toUTCString())
      response.type(`${type}; charset=utf-8`).send(body)
    } catch (error) {
      if (!(error instanceof Problem)) return next(error)
      const sentence = sentenceOf(messagesOf('ru'), error)
      response.status(statusOf(error.code)).type('text/plain').send(`${sentence}\n`)
    }
  }
}
