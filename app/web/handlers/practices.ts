/** Files of practices: of published versions to everybody, of the others to who writes, reviews or decides. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { practiceFile } from '#app/domain/practices/reading/file.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import type { Services } from '#app/web/services.ts'
import { refuseHuge } from './papers.ts'
import { answering, sendKept } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.post(/^\/practices\/\d+\/files(\.data)?$/, refuseHuge(services))
  app.get('/practices/:number/files/:file', answering(services, sendFile))
}

async function sendFile(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const kept = await practiceFile(ctx, numberOf(params.number), idOf(params.file))
  await sendKept(kept, response, config.dataDir)
}
