/** Papers of the way into the registry, in Russian whatever the language: the draft order of a list, an organisation's report. */
import type { Express, Request, Response } from 'express'
import { draftOrder } from '#app/domain/assessment/printing.server.ts'
import { letterFile, scanOf } from '#app/domain/assessment/way/scans.server.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { staffPaper, staffReport, staffSheet } from '#app/domain/desk/staff/report.server.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { answering } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.get('/desk/lists/:id/order.docx', answering(services, sendDraft))
  app.post(/^\/desk\/applications\/\d+\/(paper|survey)(\.data)?$/, refuseHuge(services))
  app.get('/desk/letters/:id/file', answering(services, sendLetter))
  app.get('/applications/:number/papers/:id', answering(services, sendScan))
  app.get('/desk/staff/report.xlsx', answering(services, sendSheet))
  app.get('/desk/staff/report.docx', answering(services, sendPaper))
}

async function sendDraft(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const words = messagesOf('ru')
  const { bytes, number } = await draftOrder(acting(ctx), shelfIn(config.dataDir), idOf(request.params.id), {
    ...{ words, day: long },
    ...(config.demo ? { notice: words.shell.demo } : {}),
  })
  response.attachment(`${words.candidates.paper.name} – ${words.candidates.numbered(number)}.docx`)
  response.type(docxType).send(Buffer.from(bytes))
}

async function sendLetter(ctx: Ctx, request: Request, response: Response, services: Services) {
  await sendStored(await letterFile(acting(ctx), idOf(request.params.id)), response, services)
}

async function sendScan(ctx: Ctx, request: Request, response: Response, services: Services) {
  const { number, id } = request.params
  await sendStored(await scanOf(acting(ctx), numberOf(number), idOf(id)), response, services)
}

/** Never shown by the browser itself: it came from outside. */
async function sendStored(file: StoredFile, response: Response, { config }: Services) {
  const bytes = await shelfIn(config.dataDir).read(file.sha256)
  response.attachment(file.name)
  response.type(file.mediaType).send(Buffer.from(bytes))
}

async function sendSheet(ctx: Ctx, _: Request, response: Response) {
  const mine = acting(ctx)
  const words = messagesOf('ru')
  const bytes = await staffSheet(await staffReport(mine, words), words)
  response.attachment(`${words.staff.sheet.name} ${mine.actor.today}.xlsx`)
  response.type('xlsx').send(Buffer.from(bytes))
}

async function sendPaper(ctx: Ctx, _: Request, response: Response, { config }: Services) {
  const mine = acting(ctx)
  const words = messagesOf('ru')
  const bytes = await staffPaper(mine, shelfIn(config.dataDir), await staffReport(mine, words), {
    ...{ words, long },
    ...(config.demo ? { notice: words.shell.demo } : {}),
  })
  response.attachment(`${words.staff.sheet.name} ${mine.actor.today}.docx`)
  response.type(docxType).send(Buffer.from(bytes))
}

function long(iso: string): string {
  return new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))
}
