/** Downloads of the summary and the feed of drafts, answered before Remix through the same reads as the pages. */
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { summaryDocx, summaryXlsx } from '#app/domain/reviews/exporting.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { printedOf, summaryShown } from '#app/domain/reviews/printing.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const FEED_ENTRIES = 30

export function register(app: Express, services: Services): void {
  app.get('/drafts/:slug/summary.:format(xlsx|docx)', answering(services, sendSummary))
  app.get('/feeds/drafts.atom', answering(services, sendFeed))
}

type Answer = (ctx: Ctx, request: Request, response: Response, services: Services) => Promise<void>

async function sendSummary(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { locale, zone } = visitOf(response)
  const words = messagesOf(locale)
  const { slug = '', format } = request.params
  const shown = await summaryShown(ctx, slug, words)
  const day = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zone,
  })
  const printed = printedOf(shown, words, (date) => day.format(date), config.demo)
  const bytes = await (format === 'xlsx' ? summaryXlsx(printed) : summaryDocx(printed))
  response.attachment(`${words.reviewOutcome.summary.title} – ${slug}.${format}`)
  response.type(types[format === 'xlsx' ? 'xlsx' : 'docx']).send(Buffer.from(bytes))
}

/** Atom of what was published lately; only what a guest may see, so that readers may share it. */
async function sendFeed(ctx: Ctx, _request: Request, response: Response, { config }: Services) {
  const { reviews, shell } = messagesOf('ru')
  const { rows } = await listDrafts({ ...ctx, actor: null }, { limit: FEED_ENTRIES })
  const address = (path: string) => escapeXml(new URL(path, config.publicUrl).href)
  const entries = rows.map(({ slug, title, developer, publishedAt, version }) => {
    const updated = (publishedAt ?? ctx.now).toISOString()
    return `<entry><id>${address(`/drafts/${slug}`)}</id><title>${escapeXml(title)}</title><link href="${address(`/drafts/${slug}`)}"/>
<updated>${updated}</updated><author><name>${escapeXml(developer)}</name></author><summary>${escapeXml(version ? reviews.version(version) : '')}</summary></entry>`
  })
  const updated = rows[0]?.publishedAt ?? ctx.now
  const subtitle = config.demo ? `<subtitle>${escapeXml(shell.demo)}</subtitle>` : ''
  response.type('application/atom+xml').send(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><id>${address('/feeds/drafts.atom')}</id><title>${escapeXml(reviews.feed.title)}</title>${subtitle}
<link rel="self" href="${address('/feeds/drafts.atom')}"/><link href="${address('/drafts')}"/><updated>${updated.toISOString()}</updated>
${entries.join('\n')}</feed>
`)
}

function answering(services: Services, answer: Answer): RequestHandler {
  return async (request, response, next) => {
    const { actor, now, zone, locale } = visitOf(response)
    try {
      await answer({ db: services.web.db, actor, now, zone }, request, response, services)
    } catch (error) {
      if (!(error instanceof Problem)) return next(error)
      response
        .status(statusOf(error.code))
        .type('text/plain')
        .send(`${sentenceOf(messagesOf(locale), error)}\n`)
    }
  }
}

function visitOf(response: Response): Visit {
  return response.locals.visit as Visit
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
