/** Files of works: to their organisation and the organiser by name, to experts by number alone. */
import type { Express, Request, Response } from 'express'
import type { Ctx } from '#app/domain/ctx.ts'
import { expertFile } from '#app/domain/panels/contests/blind.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { workFile } from '#app/domain/panels/contests/submitting.server.ts'
import { idOf, numberOf } from '#app/domain/problem.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { refuseHuge } from './papers.ts'
import { answering, sendKept } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.post(/^\/works\/\d+\/files(\.data)?$/, refuseHuge(services))
  app.get('/works/:number/files/:file', answering(services, sendWorkFile))
  app.get('/panels/:number/work/:at', answering(services, sendExpertFile))
}

async function sendWorkFile(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const work = await workByNumber(acting(ctx), numberOf(params.number))
  await sendKept(await workFile(ctx, work, idOf(params.file)), response, config.dataDir)
}

async function sendExpertFile(ctx: Ctx, { params }: Request, response: Response, { config }: Services) {
  const file = await expertFile(acting(ctx), numberOf(params.number), numberOf(params.at))
  await sendKept(file, response, config.dataDir)
}
