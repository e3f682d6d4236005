/** Files, calendars and certificates of events. */
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { noteGiven } from '#app/domain/documents/given-files.server.ts'
import { eventFile } from '#app/domain/events/filing.server.ts'
import { certificatePdf } from '#app/domain/events/printing.server.ts'
import { eventCalendar } from '#app/domain/events/reading/calendar.server.ts'
import { certificateOf } from '#app/domain/events/reading/certificates.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { answering, sendKept } from './reviews.ts'

const words = messagesOf('ru')

export function register(app: Express, services: Services): void {
  app.post(/^\/events\/\d+\/files(\.data)?$/, refuseHuge(services))
  app.get('/events.ics', sendCalendar(services))
  app.get('/events/:number.ics', sendCalendar(services))
  app.get('/events/:number/files/:file', answering(services, sendFile))
  app.get('/events/:number/certificates/:id.pdf', answering(services, sendCertificate))
}

/** A guest's view, whoever asks, so that readers may share it. */
function sendCalendar(services: Services): RequestHandler {
  const { config } = services
  return answering(services, async (ctx, { params }, response) => {
    const one = params.number === undefined ? {} : { number: numberOf(params.number) }
    const asked = { publicUrl: config.publicUrl, name: words.events.title, ...one }
    const { body, changed } = await eventCalendar({ ...ctx, actor: null }, asked)
    response.setHeader('Cache-Control', ctx.actor ? 'private, no-cache' : 'public, no-cache')
    if (changed) response.setHeader('Last-Modified', changed.toUTCString())
    response.type('text/calendar; charset=utf-8').send(body)
  })
}

async function sendFile(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const kept = await eventFile(ctx, numberOf(params.number), idOf(params.file))
  await sendKept(kept, response, config.dataDir)
}

async function sendCertificate(ctx: Ctx, { params }: Request, response: Response, services: Services) {
  const { config, content } = services
  const paper = await certificateOf(acting(ctx), numberOf(params.number), idOf(params.id))
  const bytes = await certificatePdf(paper, {
    checkAddress: new URL('/check', config.publicUrl).href,
    siteName: content.instance.name.ru,
    demo: config.demo ? words.shell.demo : null,
  })
  await noteGiven(ctx, paper.code, 'pdf', bytes)
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(`event-${paper.facts.year}-${paper.facts.number}.pdf`)
  response.type('application/pdf').send(bytes)
}
