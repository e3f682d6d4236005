/** Files of works: to their organisation and the organiser by name, to experts by number alone. */
import type { Express, Request, Response } from 'express'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import type { NamedFile } from '#app/domain/documents/merging.ts'
import { expertFile } from '#app/domain/panels/contests/blind.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { lotPaper } from '#app/domain/panels/contests/lots/printing.server.ts'
import { lotView } from '#app/domain/panels/contests/lots/queries.server.ts'
import { ownDiploma } from '#app/domain/panels/contests/ranking/diplomas.server.ts'
import { draftOrder, juryProtocol, type Place } from '#app/domain/panels/contests/ranking/printing.server.ts'
import { runFile } from '#app/domain/panels/contests/runs/asking.server.ts'
import { workFile } from '#app/domain/panels/contests/submitting.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { answering, sendKept } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.post(/^\/works\/\d+\/files(\.data)?$/, refuseHuge(services))
  app.get('/works/:number/files/:file', answering(services, sendWorkFile))
  const paper = (path: string, made: (ctx: ActingCtx, number: number, place: Place) => Promise<NamedFile>) =>
    app.get(path, answering(services, sendPaper(made)))
  paper('/contests/:number/protocol.pdf', (ctx, number, at) => juryProtocol(ctx, number, 'pdf', at))
  paper('/contests/:number/protocol.docx', (ctx, number, at) => juryProtocol(ctx, number, 'docx', at))
  paper('/contests/:number/order.docx', draftOrder)
  for (const [kind, ending] of [
    ['diplomas', 'zip'],
    ['certificates', 'pdf'],
  ] as const)
    app.get(`/contests/:number/${kind}.${ending}`, answering(services, sendRunFile(kind)))
  paper('/works/:number/diploma.pdf', ownDiploma)
  app.get('/contests/:number/lots/:lot/protocol.json', answering(services, sendLot))
  app.get('/contests/:number/lots/:lot/protocol.pdf', answering(services, sendLotPaper))
  app.get('/panels/:number/work/:at', answering(services, sendExpertFile))
}

async function sendWorkFile(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const work = await workByNumber(acting(ctx), numberOf(params.number))
  await sendKept(await workFile(ctx, work, idOf(params.file)), response, config.dataDir)
}

async function sendExpertFile(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const file = await expertFile(acting(ctx), numberOf(params.number), numberOf(params.at))
  await sendKept(file, response, config.dataDir)
}

/** The protocol of a lot, as `panels:replay` reads it; what is hashed is the protocol alone. */
async function sendLot(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const { protocol } = await lotView(ctx, numberOf(params.number), numberOf(params.lot))
  const demo = config.demo ? { demo: messagesOf('ru').shell.demo } : {}
  const file = { ...demo, sha256: protocol.sha256, protocol }
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(`lot-${protocol.contest}-${protocol.lot}.json`)
  response.type('application/json').send(`${JSON.stringify(file, null, 2)}\n`)
}

async function sendLotPaper(
  ctx: Ctx,
  { params }: Request,
  response: Response,
  { config, content }: Services,
) {
  const [number, lot] = [numberOf(params.number), numberOf(params.lot)]
  const { name, bytes } = await lotPaper(ctx, number, lot, {
    siteName: content.instance.name.ru,
    address: `${config.publicUrl}/contests/${number}/lots/${lot}`,
    demo: config.demo ? messagesOf('ru').shell.demo : null,
  })
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(name)
  response.send(bytes)
}

/** The file that was made of all works. */
function sendRunFile(kind: 'diplomas' | 'certificates') {
  return async (ctx: Ctx, { params }: Request, response: Response, { config }: Services) => {
    const file = await runFile(acting(ctx), numberOf(params.number), kind)
    await sendKept(file, response, config.dataDir)
  }
}

/** A paper of a contest, under its Russian name. */
function sendPaper(made: (ctx: ActingCtx, number: number, place: Place) => Promise<NamedFile>) {
  return async (ctx: Ctx, { params }: Request, response: Response, { config, content }: Services) => {
    const { name, bytes } = await made(acting(ctx), numberOf(params.number), {
      siteName: content.instance.name.ru,
      checkPage: (code) => `${config.publicUrl}/check/${code}`,
      demo: config.demo ? messagesOf('ru').shell.demo : null,
    })
    response.setHeader('Cache-Control', 'private, no-store')
    response.attachment(name)
    response.send(bytes)
  }
}
