/** Papers on work as PDF: one's own, one of a panel, all of a panel in one file to print. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { noteGiven } from '#app/domain/documents/given-files.server.ts'
import { workPapersPdf } from '#app/domain/panels/record/printing.server.ts'
import { type NamedPaper, ownPaper, papersOfPanel } from '#app/domain/panels/record/reading.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { answering } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.get('/cabinet/work/:id.pdf', answering(services, sendOwn))
  app.get('/panels/:number/papers.pdf', answering(services, sendAll))
  app.get('/panels/:number/papers/:id.pdf', answering(services, sendOne))
}

async function sendOwn(ctx: Ctx, { params }: Request, response: Response, services: Services) {
  await send(ctx, [await ownPaper(acting(ctx), idOf(params.id))], response, services)
}

async function sendOne(ctx: Ctx, { params }: Request, response: Response, services: Services) {
  const papers = await papersOfPanel(acting(ctx), numberOf(params.number), idOf(params.id))
  await send(ctx, papers, response, services)
}

async function sendAll(ctx: Ctx, { params }: Request, response: Response, services: Services) {
  await send(ctx, await papersOfPanel(acting(ctx), numberOf(params.number)), response, services)
}

async function send(
  ctx: Ctx,
  papers: readonly NamedPaper[],
  response: Response,
  { config, content }: Services,
) {
  const bytes = await workPapersPdf(papers, {
    checkAddress: new URL('/check', config.publicUrl).href,
    siteName: content.instance.name.ru,
    demo: config.demo ? messagesOf('ru').shell.demo : null,
  })
  const [only] = papers
  const alone = papers.length === 1 && only
  if (alone) await noteGiven(ctx, alone.code, 'pdf', bytes)
  const name = alone
    ? `work-${alone.facts.year}-${alone.facts.number}`
    : `work-panel-${only?.facts.panel.number}`
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(`${name}.pdf`)
  response.type('application/pdf').send(bytes)
}
