/** Files beside remarks and the feed of drafts, answered before Remix through the same reads as the pages. */
import { pipeline } from 'node:stream/promises'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { readContents, type StoredFile } from '#app/domain/files/store.server.ts'
import { idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { letterFile } from '#app/domain/reviews/course/asking.server.ts'
import { intakeFile } from '#app/domain/reviews/intake/intake-files.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { attachmentOf } from '#app/domain/reviews/remarks/attaching.server.ts'
import { imageFile } from '#app/domain/reviews/texts/picturing.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'

const FEED_ENTRIES = 30

export function register(app: Express, services: Services): void {
  app.post(/^\/requests\/(new|\d+\/amendment)(\.data)?$/, refuseHuge(services))
  app.post(
    /^\/drafts\/(new|[^/]+\/(file|pictures|remark|return|intake\/new))(\.data)?$/,
    refuseHuge(services),
  )
  app.get('/drafts/:slug/remarks/:number/files/:file', answering(services, sendAttachment))
  app.get('/requests/:number/letter', answering(services, sendLetter))
  app.get('/drafts/:slug/images/:hash', answering(services, sendImage))
  app.get('/drafts/:slug/intake/files/:file', answering(services, sendIntakeFile))
  app.get('/feeds/drafts.atom', answering(services, sendFeed))
}

type Answer = (ctx: Ctx, request: Request, response: Response, services: Services) => Promise<void>

/** The scan of a request's letter, for whoever may see the request. */
async function sendLetter(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  await sendKept(await letterFile(ctx, numberOf(request.params.number)), response, config.dataDir)
}

/** A file beside a remark, for whoever may read its words; a browser saves it and never draws it. */
async function sendAttachment(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { slug = '', number, file } = request.params
  const { draft } = await draftBySlug(ctx, slug)
  await sendKept(await attachmentOf(ctx, draft.id, numberOf(number), idOf(file)), response, config.dataDir)
}

export async function sendKept(kept: StoredFile, response: Response, dataDir: string) {
  const contents = await readContents(dataDir, kept.sha256)
  response.setHeader('Cache-Control', 'private, no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Content-Length', kept.size)
  response.attachment(kept.name)
  response.type(kept.mediaType)
  await pipeline(contents, response)
}

/** The scan of a letter or its table, for those who enter papers; a browser saves it and never draws it. */
async function sendIntakeFile(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { slug = '', file } = request.params
  const { draft } = await draftBySlug(ctx, slug)
  await sendKept(await intakeFile(ctx, draft.id, idOf(file)), response, config.dataDir)
}

/** A picture of a draft's text, for whoever may read the draft. */
async function sendImage(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { slug = '', hash = '' } = request.params
  const { draft } = await draftBySlug(ctx, slug)
  const image = await imageFile(ctx, draft.id, hash)
  const contents = await readContents(config.dataDir, image.sha256)
  // the address is the hash of the contents: they never change, but who may see them does
  response.setHeader('Cache-Control', 'private, max-age=3600')
  response.type(image.mediaType)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  await pipeline(contents, response)
}

/** Atom of what was published lately; only what a guest may see, so that readers may share it. */
async function sendFeed(ctx: Ctx, _request: Request, response: Response, { config }: Services) {
  const { reviews, shell } = messagesOf('ru')
  const { rows } = await listDrafts({ ...ctx, actor: null }, { limit: FEED_ENTRIES })
  const address = (path: string) => escapeXml(new URL(path, config.publicUrl).href)
  const entries = rows.map(({ slug, title, developer, publishedAt, version }) => {
    const updated = (publishedAt ?? new Date(0)).toISOString()
    return `<entry><id>${address(`/drafts/${slug}`)}</id><title>${escapeXml(title)}</title><link href="${address(`/drafts/${slug}`)}"/>
<updated>${updated}</updated><author><name>${escapeXml(developer)}</name></author><summary>${escapeXml(version ? reviews.version(version) : '')}</summary></entry>`
  })
  const dates = rows.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? [])
  // of an empty feed nothing ever changed: the answer must be the same each time
  const updated = new Date(Math.max(0, ...dates))
  const subtitle = config.demo ? `<subtitle>${escapeXml(shell.demo)}</subtitle>` : ''
  response.type('application/atom+xml').send(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><id>${address('/feeds/drafts.atom')}</id><title>${escapeXml(reviews.feed.title)}</title>${subtitle}
<link rel="self" href="${address('/feeds/drafts.atom')}"/><link href="${address('/drafts')}"/><updated>${updated.toISOString()}</updated>
${entries.join('\n')}</feed>
`)
}

/** A handler with a Ctx of its visitor; a Problem becomes its sentence with its status. */
export function answering(services: Services, answer: Answer): RequestHandler {
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
