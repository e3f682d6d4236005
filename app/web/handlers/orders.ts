/** Signed copies of orders: the limit of what is sent, and the download for those who read orders. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { copyFile } from '#app/domain/experts/copies.server.ts'
import { idOf } from '#app/domain/problem.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { refuseHuge } from './papers.ts'
import { answering } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.post(/^\/orders\/[^/]+\/copy(\.data)?$/, refuseHuge(services))
  app.get('/orders/:slug/copies/:id', answering(services, sendCopy))
}

/** Never shown by the browser itself: it came from outside. */
async function sendCopy(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const file = await copyFile(ctx, request.params.slug ?? '', idOf(request.params.id))
  const bytes = await shelfIn(config.dataDir).read(file.sha256)
  response.attachment(file.name)
  response.type(file.mediaType).send(Buffer.from(bytes))
}
