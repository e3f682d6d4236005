/** Papers of grounds: the limit of what is sent, and the scan for who has said why. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { paperFile } from '#app/domain/experts/grounds/papers.server.ts'
import { idOf } from '#app/domain/problem.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { refuseHuge } from './papers.ts'
import { answering } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.post(/^\/desk\/grounds(\.data)?$/, refuseHuge(services))
  app.get('/desk/grounds/papers/:id', answering(services, sendPaper))
}

/** Never shown by the browser itself: it came from outside. */
async function sendPaper(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const file = await paperFile(ctx, idOf(request.params.id))
  const bytes = await shelfIn(config.dataDir).read(file.sha256)
  response.setHeader('Cache-Control', 'private, no-store')
  response.attachment(file.name)
  response.type(file.mediaType).send(Buffer.from(bytes))
}
