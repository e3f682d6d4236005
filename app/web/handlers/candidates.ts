/** The draft order of a list of candidates: DOCX in Russian, whatever the language of the interface. */
import type { Express, Request, Response } from 'express'
import { draftOrder } from '#app/domain/assessment/printing.server.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { idOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { answering } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.get('/desk/lists/:id/order.docx', answering(services, sendDraft))
}

async function sendDraft(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const words = messagesOf('ru')
  const long = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' })
  const { bytes, number } = await draftOrder(acting(ctx), shelfIn(config.dataDir), idOf(request.params.id), {
    ...{ words, day: (iso) => long.format(new Date(iso)) },
    ...(config.demo ? { notice: words.shell.demo } : {}),
  })
  response.attachment(`${words.candidates.paper.name} – ${words.candidates.numbered(number)}.docx`)
  response.type(docxType).send(Buffer.from(bytes))
}
