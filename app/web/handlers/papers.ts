/** Downloads of templates and papers: DOCX, many in one DOCX, or a ZIP. */
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { mergeDocx, type NamedFile, zipFiles } from '#app/domain/documents/merging.ts'
import { paperFiles } from '#app/domain/documents/paper-list.server.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { currentFile, templateFile } from '#app/domain/documents/templates.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'

export function register(app: Express, services: Services): void {
  const shelf = shelfIn(services.config.dataDir)
  const notice = services.config.demo ? messagesOf('ru').shell.demo : undefined
  const get = (path: string, answer: (ctx: Ctx, request: Request) => Promise<NamedFile>) =>
    app.get(path, sending(services, answer))

  app.post(/^\/desk\/templates\/[a-z-]+(\.data)?$/, refuseHuge(services))
  app.post(/^\/desk\/imports\/new(\.data)?$/, refuseHuge(services))
  app.post(/^\/desk\/staff\/nomination(\.data)?$/, refuseHuge(services))
  get('/desk/templates/revisions/:id/file', (ctx, { params }) => templateFile(ctx, shelf, idOf(params.id)))
  get('/desk/templates/:code/file', async (ctx, { params, query }) => {
    const organisation = typeof query.organisation === 'string' ? idOf(query.organisation) : null
    return currentFile(ctx, shelf, String(params.code), organisation)
  })
  get('/desk/papers/files', async (ctx, { query }) => {
    const ids = [query.paper ?? []].flat().map((id) => idOf(String(id)))
    const files = await paperFiles(ctx, shelf, ids, notice)
    const bytes = query.format === 'zip' ? zipFiles(files) : mergeDocx(files.map((file) => file.bytes))
    const name = ctx.now.toISOString().slice(0, 10)
    return {
      name: `${messagesOf('ru').papers.list.title} ${name}.${query.format === 'zip' ? 'zip' : 'docx'}`,
      bytes,
    }
  })
  get('/desk/papers/:id/file', async (ctx, { params }) => {
    const [file] = await paperFiles(ctx, shelf, [idOf(params.id)], notice)
    if (!file) throw new Problem('not-found')
    return file
  })
}

// Refusals of a choice in the list are told in the list.
const ofTheChoice = ['merge-different', 'paper-none', 'paper-many']

function sending(
  services: Services,
  answer: (ctx: Ctx, request: Request) => Promise<NamedFile>,
): RequestHandler {
  return async (request, response, next) => {
    const { actor, now, zone, locale } = response.locals.visit as Visit
    try {
      if (!actor) throw new Problem('signed-out')
      const { name, bytes } = await answer({ db: services.web.db, actor, now, zone }, request)
      response.setHeader('Cache-Control', 'private, no-store')
      response.attachment(name)
      response.type(name.endsWith('.zip') ? 'application/zip' : docxType).send(Buffer.from(bytes))
    } catch (error) {
      if (!(error instanceof Problem)) return next(error)
      if (error.code === 'signed-out')
        return response.redirect(`/signin?next=${encodeURIComponent(request.originalUrl)}`)
      if (ofTheChoice.includes(error.code)) return response.redirect(`/desk/papers?problem=${error.code}`)
      response
        .status(statusOf(error.code))
        .type('text/plain')
        .send(`${sentenceOf(messagesOf(locale), error)}\n`)
    }
  }
}

/** A body far beyond the limit is not even read; one a little beyond is read and refused at its field. */
export function refuseHuge(services: Services): RequestHandler {
  const { maxMegabytes } = services.content.settings.uploads
  const most = 2 * maxMegabytes * 1024 * 1024
  return (request: Request, response: Response, next: NextFunction) => {
    const length = Number(request.get('content-length') ?? Number.POSITIVE_INFINITY)
    if (length <= most) return next()
    const { locale } = response.locals.visit as Visit
    // What is left of it is not waited for.
    response
      .status(413)
      .setHeader('Connection', 'close')
      .type('text/plain')
      .send(`${messagesOf(locale).shell.fileTooLong(maxMegabytes)}\n`)
  }
}
