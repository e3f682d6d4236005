/** Protocols as JSON and scans of answers, answered before Remix through the same reads as their pages. */
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { answerScan } from '#app/domain/panels/invitations/recording.server.ts'
import { fileOfPanel } from '#app/domain/panels/objects/attaching.server.ts'
import { protocolByNumber } from '#app/domain/panels/protocol.server.ts'
import { printedSheet } from '#app/domain/panels/sheets/paper.server.ts'
import { sheetPdf } from '#app/domain/panels/sheets/printing.server.ts'
import { idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { sendKept } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.get('/panels/:number/protocol.json', answering(services, sendProtocol))
  app.post(/^\/panels\/\d+\/invitations\/[\w-]+(\.data)?$/, refuseHuge(services))
  app.post(/^\/panels\/\d+\/files(\.data)?$/, refuseHuge(services))
  const file = answering(services, sendFile)
  app.get('/panels/:number/files/:id', (request, response, next) =>
    request.params.id === 'removal' ? next() : file(request, response, next),
  )
  app.get('/sheets/:id.pdf', answering(services, sendSheet))
  app.get('/cabinet/invitations/:id/scan', answering(services, sendScan))
}

type Answer = (ctx: Ctx, request: Request, response: Response, services: Services) => Promise<void>

async function sendProtocol(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { protocol, sha256 } = await protocolByNumber(ctx, numberOf(request.params.number))
  response.attachment(`protocol-${protocol.panel}.json`)
  // What is hashed is the protocol alone; the mark of demo data stands beside it.
  const demo = config.demo ? { demo: messagesOf('ru').shell.demo } : {}
  response.type('application/json').send(`${JSON.stringify({ ...demo, sha256, protocol }, null, 2)}\n`)
}

/** A file of the object, for those who may open it; a browser saves it and never draws it. */
async function sendFile(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { number, id } = request.params
  await sendKept(await fileOfPanel(ctx, numberOf(number), idOf(id)), response, config.dataDir)
}

/** The scan of an answer that was written down for somebody, for that person alone. */
async function sendScan(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  await sendKept(await answerScan(ctx, idOf(request.params.id)), response, config.dataDir)
}

/** A sheet for its expert, and for those who may read it. */
async function sendSheet(ctx: Ctx, request: Request, response: Response, { config, content }: Services) {
  const printed = await printedSheet(ctx, idOf(request.params.id))
  const demo = config.demo ? messagesOf('ru').shell.demo : null
  response.attachment(`sheet-${printed.panel}.pdf`)
  response.type('application/pdf').send(await sheetPdf(printed, { siteName: content.instance.name.ru, demo }))
}

function answering(services: Services, answer: Answer): RequestHandler {
  return async (request, response, next) => {
    const { actor, now, zone, locale } = response.locals.visit as Visit
    try {
      await answer({ db: services.web.db, actor, now, zone }, request, response, services)
    } catch (error) {
      if (!(error instanceof Problem)) return next(error)
      const sentence = sentenceOf(messagesOf(locale), error)
      response.status(statusOf(error.code)).type('text/plain').send(`${sentence}\n`)
    }
  }
}
