/** A comparison of two published versions as a file for Word, through the reads of its page. */
import type { Express, Request, Response } from 'express'
import { sha256 } from '#app/domain/canonical.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { numberOf } from '#app/domain/problem.ts'
import { diffOf, draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { causesBetween } from '#app/domain/reviews/versions/causes.server.ts'
import { comparisonDocx } from '#app/domain/reviews/versions/comparing-docx.server.ts'
import { keepingFiles } from '#app/web/kept-files.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { answering } from './reviews.ts'

const keep = keepingFiles(32 * 1024 * 1024)

export function register(app: Express, services: Services): void {
  app.get('/drafts/:slug/compare/:a(\\d+)/:b(\\d+).docx', answering(services, sendComparison))
}

/** Two published versions with the revisions between them as Word shows them; its comments name no people. */
async function sendComparison(ctx: Ctx, { params }: Request, response: Response) {
  const words = messagesOf((response.locals.visit as Visit).locale)
  const [a, b] = [numberOf(params.a), numberOf(params.b)]
  const { draft } = await draftBySlug(ctx, params.slug ?? '')
  const { from, to, rows } = await diffOf(ctx, draft.id, a, b)
  const causes = await causesBetween(ctx, draft.id, [from, to], rows)
  const { title, wasAt, causedBy, answers } = words.reviewOutcome.compare
  const notes = rows.map(({ change, from: address }, at) => [
    ...(change === 'moved' && address ? [wasAt(address)] : []),
    ...(causes[at] ?? []).map(({ remark: { kind, number }, applied }) =>
      applied ? causedBy(number) : answers(words.reviewRemark.page.title(words.reviews.kinds[kind], number)),
    ),
  ])
  const printed = {
    title: `${title(a, b)}. ${draft.title}`,
    author: words.reviews.version(to.number),
    at: to.publishedAt ?? ctx.now,
    lang: draft.lang,
  }
  const bytes = await keep(sha256({ from: from.id, to: to.id, printed, notes }), async () =>
    comparisonDocx({ ...printed, rows: rows.map((row, at) => ({ ...row, notes: notes[at] ?? [] })) }),
  )
  response.attachment(`${title(a, b)} – ${draft.slug}.docx`)
  response.type(docxType).send(Buffer.from(bytes))
}
