/** Papers of invitations and of the composition: letters, terms, obligations, draft orders and their scans. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { docxPaper } from '#app/domain/documents/docx-paper.server.ts'
import { pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { actScan } from '#app/domain/panels/composition/acts.server.ts'
import { draftAct } from '#app/domain/panels/composition/order.server.ts'
import { panelIdOf } from '#app/domain/panels/facts.server.ts'
import {
  letterFor,
  obligationPaper,
  ownCalendar,
  ownLetter,
} from '#app/domain/panels/invitations/papers.server.ts'
import { found, idOf, numberOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { answering, sendKept } from './reviews.ts'

const words = messagesOf('ru')
const kinds = ['no-conflict', 'non-disclosure'] as const

export function register(app: Express, services: Services): void {
  app.get('/cabinet/invitations/:id/letter.docx', answering(services, sendOwnLetter))
  app.get('/cabinet/invitations/:id/calendar.ics', answering(services, sendCalendar))
  app.get('/cabinet/invitations/:id/obligations/:kind.pdf', answering(services, sendObligation('pdf')))
  app.get('/cabinet/invitations/:id/obligations/:kind.docx', answering(services, sendObligation('docx')))
  app.get('/panels/:number/invitations/:id/letter.docx', answering(services, sendLetter))
  app.get('/panels/:number/act/order.docx', answering(services, sendOrder))
  app.get('/panels/:number/act/:id/scan', answering(services, sendActScan))
  app.post(/^\/panels\/\d+\/(act|invitations\/[\w-]+\/paper)(\.data)?$/, refuseHuge(services))
}

const noticeOf = ({ config }: Services) => (config.demo ? words.shell.demo : undefined)

async function sendOwnLetter(ctx: Ctx, request: Request, response: Response, services: Services) {
  const shelf = shelfIn(services.config.dataDir)
  sendDocx(
    response,
    words.panels.invites.paper.letterName,
    await ownLetter(acting(ctx), shelf, idOf(request.params.id), noticeOf(services)),
  )
}

async function sendLetter(ctx: Ctx, request: Request, response: Response, services: Services) {
  const at = { number: numberOf(request.params.number), invitationId: idOf(request.params.id) }
  const bytes = await letterFor(acting(ctx), shelfIn(services.config.dataDir), at, noticeOf(services))
  sendDocx(response, words.panels.invites.paper.letterName, bytes)
}

async function sendOrder(ctx: Ctx, request: Request, response: Response, services: Services) {
  const shelf = shelfIn(services.config.dataDir)
  const order = await draftAct(acting(ctx), shelf, numberOf(request.params.number), noticeOf(services))
  sendDocx(response, `${order.name} ${order.number}`, order.bytes)
}

async function sendCalendar(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const body = await ownCalendar(acting(ctx), idOf(request.params.id), config.publicUrl)
  response.attachment('panel.ics')
  response.type('text/calendar; charset=utf-8').send(body)
}

function sendObligation(format: 'pdf' | 'docx') {
  return async (ctx: Ctx, request: Request, response: Response, { config, content }: Services) => {
    const kind = found(kinds.find((one) => one === request.params.kind))
    const bytes = await obligationPaper(acting(ctx), idOf(request.params.id), kind, {
      open: format === 'pdf' ? pdfPaper : docxPaper,
      ...{ siteName: content.instance.name.ru, demo: config.demo ? words.shell.demo : null },
      day: (iso) =>
        new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
    })
    response.attachment(`${kind}.${format}`)
    response.type(format === 'pdf' ? 'application/pdf' : docxType).send(bytes)
  }
}

async function sendActScan(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const panelId = await panelIdOf(ctx, numberOf(request.params.number))
  await sendKept(await actScan(acting(ctx), panelId, idOf(request.params.id)), response, config.dataDir)
}

function sendDocx(response: Response, name: string, bytes: Uint8Array) {
  response.attachment(`${name}.docx`)
  response.type(docxType).send(Buffer.from(bytes))
}
