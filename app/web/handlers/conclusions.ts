/** Files of conclusions: the document that is signed, signatures, and an issued conclusion as PDF, DOCX and JSON. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { noteGiven } from '#app/domain/documents/given-files.server.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { conclusionJson } from '#app/domain/panels/conclusions/json.ts'
import { optionsOf } from '#app/domain/panels/conclusions/opening.server.ts'
import { conclusionDocx, conclusionPdf } from '#app/domain/panels/conclusions/printing.server.ts'
import { type ConclusionView, conclusionByNumber } from '#app/domain/panels/conclusions/reading.server.ts'
import {
  documentOfPanel,
  signatureFile,
  signedDocument,
} from '#app/domain/panels/conclusions/taking.server.ts'
import { found, idOf, numberOf } from '#app/domain/problem.ts'
import type { Services } from '#app/web/services.ts'
import { pressOf } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { answering, sendKept } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.post(/^\/panels\/\d+\/signing\/(file|paper)(\.data)?$/, refuseHuge(services))
  app.get('/panels/:number/signing/document.pdf', answering(services, sendDocument))
  app.get('/panels/:number/signing/:id/file', answering(services, sendSignature))
  app.get('/conclusions/:number.:format(pdf|docx|json)', answering(services, sendConclusion))
  app.get('/conclusions/:number/document.pdf', answering(services, sendSigned))
}

/** The very bytes that are signed, for the panel and its staff. */
async function sendDocument(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  await sendKept(await documentOfPanel(ctx, numberOf(request.params.number)), response, config.dataDir)
}

/** A detached signature or a scan. */
async function sendSignature(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const file = await signatureFile(ctx, numberOf(request.params.number), idOf(request.params.id))
  await sendKept(file, response, config.dataDir)
}

/** The signed document of an issued conclusion: for everybody while all names in it may be shown. */
async function sendSigned(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  await sendKept(await signedDocument(ctx, request.params.number ?? ''), response, config.dataDir)
}

async function sendConclusion(ctx: Ctx, request: Request, response: Response, services: Services) {
  const { number = '', format = '' } = request.params
  const view = await conclusionByNumber(ctx, number)
  const press = pressOf(services)
  const day = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: ctx.zone })
  const dayText = messagesOf('ru').panels.conclusion.issued(day.format(view.issuedAt ?? ctx.now))
  const options = { ...optionsOf(press), dayText }
  const copy = found(copies[format])
  const bytes = await copy.make(view, options)
  if (view.code) await noteGiven(ctx, view.code, copy.format, bytes)
  response.attachment(`conclusion-${view.body.number}.${format}`)
  response.type(copy.type).send(bytes)
}

type Copy = {
  format: 'pdf' | 'docx' | 'json'
  type: string
  make(view: ConclusionView, options: Parameters<typeof conclusionPdf>[1]): Promise<Buffer>
}
const copies: Record<string, Copy> = {
  pdf: { format: 'pdf', type: 'application/pdf', make: conclusionPdf },
  docx: { format: 'docx', type: docxType, make: conclusionDocx },
  json: {
    format: 'json',
    type: 'application/json',
    make: async (view, options) => Buffer.from(conclusionJson(view, options)),
  },
}
