/** Downloads of the summary: four formats in Russian, its manifest, its signed copies; through the reads of the page. */
import type { Express, Request, Response } from 'express'
import { sha256 } from '#app/domain/canonical.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { summaryDocx, summaryXlsx } from '#app/domain/reviews/summary/exporting.server.ts'
import { summaryManifest } from '#app/domain/reviews/summary/manifest.server.ts'
import { outcomeNote, outcomeNoteDocx } from '#app/domain/reviews/summary/noting.server.ts'
import { printedOf, summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { signedFile } from '#app/domain/reviews/summary/signing.server.ts'
import { summaryPdf } from '#app/domain/reviews/summary/summary-pdf.server.ts'
import { keepingFiles } from '#app/web/kept-files.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { refuseHuge } from './papers.ts'
import { answering } from './reviews.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: docxType,
  pdf: 'application/pdf',
}
const keep = keepingFiles(64 * 1024 * 1024)

export function register(app: Express, services: Services): void {
  app.post(/^\/drafts\/[^/]+\/summary\/signature(\.data)?$/, refuseHuge(services))
  app.get('/drafts/:slug/summary.:format(xlsx|docx|pdf)', answering(services, sendSummary))
  app.get('/drafts/:slug/outcome-note.docx', answering(services, sendNote))
  app.get('/drafts/:slug/summary.json', answering(services, sendManifest))
  app.get('/drafts/:slug/summary/signatures/:id', answering(services, sendSigned))
}

/** The summary as a file. Documents are in Russian, whatever the language of the interface. */
async function sendSummary(ctx: Ctx, request: Request, response: Response, { config, content }: Services) {
  const words = messagesOf('ru')
  const { slug = '', format = '' } = request.params
  const shown = await summaryShown(ctx, slug, words)
  const day = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: ctx.zone })
  const printed = printedOf(shown, words, (date) => day.format(date), config.demo)
  const { title, page } = words.reviewOutcome.summary
  const { id } = shown.draft.developer
  const template =
    format === 'docx' ? (await templateFor(ctx, shelfIn(config.dataDir), 'summary', id)).bytes : null
  const make = {
    xlsx: () => summaryXlsx(printed),
    pdf: () => summaryPdf(printed, content.instance.name.ru, page),
    docx: async () => summaryDocx(template ?? new Uint8Array(), printed),
  }[format as keyof typeof types]
  const key = sha256({
    format,
    printed,
    template: template && sha256(Buffer.from(template).toString('base64')),
  })
  const bytes = await keep(key, make)
  response.attachment(`${title} – ${slug}.${format}`)
  response.type(types[format as keyof typeof types]).send(Buffer.from(bytes))
}

/** The note on the discussion, in Russian like the summary it is made of. */
async function sendNote(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const words = messagesOf('ru')
  const { slug = '' } = request.params
  const long = (timeZone: string) => new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone })
  const day = (one: string | Date) =>
    typeof one === 'string' ? long('UTC').format(new Date(one)) : long(ctx.zone).format(one)
  const note = await outcomeNote(ctx, slug, { words, day, demo: config.demo })
  const { draft } = await draftBySlug(ctx, slug)
  const { bytes } = await templateFor(ctx, shelfIn(config.dataDir), 'outcome-note', draft.developerId)
  response.attachment(`${words.reviewEnding.note.title} – ${slug}.docx`)
  response.type(docxType).send(Buffer.from(outcomeNoteDocx(bytes, note)))
}

/** What the summary can be checked with; the same for everybody who may read the draft. */
async function sendManifest(ctx: Ctx, request: Request, response: Response) {
  response.json(await summaryManifest(ctx, request.params.slug ?? ''))
}

/** A signed copy, never shown by the browser itself: it came from outside. */
async function sendSigned(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { draft } = await draftBySlug(ctx, request.params.slug ?? '')
  const file = await signedFile(ctx, draft.id, idOf(request.params.id))
  const bytes = await shelfIn(config.dataDir).read(file.sha256)
  response.attachment(file.name)
  response.type(file.mediaType).send(Buffer.from(bytes))
}
