/** A published version as a Word file with remarks in its margin, through the reads of its page. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { numberOf } from '#app/domain/problem.ts'
import { wordVersion } from '#app/domain/reviews/word/exporting.server.ts'
import { keepingFiles } from '#app/web/kept-files.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { answering } from './reviews.ts'

const keep = keepingFiles(64 * 1024 * 1024)

export function register(app: Express, services: Services): void {
  app.get('/drafts/:slug/versions/:number.docx', answering(services, sendVersion))
}

/** With `remarks=off` the margin is empty. Documents are in Russian, whatever the language of the interface. */
async function sendVersion(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const { slug = '', number } = request.params
  const { key, name, bytes } = await wordVersion(ctx, {
    slug,
    number: numberOf(number),
    remarks: request.query.remarks !== 'off',
    dataDir: config.dataDir,
    words: messagesOf('ru'),
    address: (path) => new URL(path, config.publicUrl).href,
  })
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(name)
  response.type(docxType).send(Buffer.from(await keep(key, bytes)))
}
