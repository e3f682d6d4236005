/**
 * Downloads of the registry: the same open projection and the same filters as the page, a line a status, as CSV and as
 * XLSX, and the passport that says what exactly such a file holds.
 */
import type { Express, Request, RequestHandler, Response } from 'express'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { csvLine } from '#app/domain/experts/csv.ts'
import { filterOf, queryOf, type RegistryFilter } from '#app/domain/experts/registry.ts'
import { Problem } from '#app/domain/problem.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { csvTop, type Held, registryRows } from '#app/web/registry-rows.server.ts'
import { writeWorkbook } from '#app/web/registry-workbook.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Messages } from '#content/messages/ru.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Wanted {
  ctx: Ctx
  filter: RegistryFilter
  t: Messages
  visit: Visit
  services: Services
  today: string
}

export function register(app: Express, services: Services): void {
  app.get('/experts.csv', download(services, sendCsv))
  app.get('/experts.xlsx', download(services, sendXlsx))
  app.get('/experts.passport.json', download(services, sendPassport))
}

function download(services: Services, send: (wanted: Wanted, response: Response) => Promise<void>) {
  const handler: RequestHandler = async (request: Request, response, next) => {
    const visit = response.locals.visit as Visit
    const { actor, now, zone } = visit
    const ctx: Ctx = { db: services.web.db, actor, now, zone }
    const t = messagesOf(visit.locale)
    const today = dayOf(now, zone)
    const filter = filterOf(new URLSearchParams(request.originalUrl.split('?')[1] ?? ''), today)
    try {
      response.setHeader('Cache-Control', 'private, no-store')
      await countAttempt(ctx, 'download', visit.address, content().settings.rates.downloadsPerAddress)
      await send({ ctx, filter, t, visit, services, today }, response)
    } catch (error) {
      if (!response.headersSent && error instanceof Problem) return later(error, t, response)
      if (!response.headersSent) return next(error)
      // Half a table must not look whole: the connection breaks, and the visitor's browser says so.
      services.log.error({ err: error }, 'the download of the registry broke')
      response.destroy()
    }
  }
  return handler
}

function later(problem: Problem, t: Messages, response: Response): void {
  response.setHeader('Retry-After', String(Number(problem.facts.minutes ?? 1) * 60))
  response
    .status(429)
    .type('text/plain')
    .send(`${sentenceOf(t, problem)}\n`)
}

async function sendCsv({ ctx, filter, t, services }: Wanted, response: Response): Promise<void> {
  const top = csvTop(t, services.config.demo)
  response.attachment(`${nameOf(filter, t)}.csv`).type('text/csv; charset=utf-8')
  response.write(top.join(''))
  for await (const rows of registryRows(ctx, filter, t, top)) {
    if (!response.write(rows.map(csvLine).join('')))
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
    if (response.destroyed) return
  }
  response.end()
}

async function sendXlsx(wanted: Wanted, response: Response): Promise<void> {
  const { ctx, filter, t, services } = wanted
  response.attachment(`${nameOf(filter, t)}.xlsx`).type(xlsxType)
  const rows = registryRows(ctx, filter, t, csvTop(t, services.config.demo))
  await writeWorkbook(response, rows, t, (held) =>
    passportOf(wanted, held).map(({ term, value }) => [term, value]),
  )
}

async function sendPassport(wanted: Wanted, response: Response): Promise<void> {
  const { ctx, filter, t, services } = wanted
  const rows = registryRows(ctx, filter, t, csvTop(t, services.config.demo))
  let portion = await rows.next()
  while (!portion.done && !response.destroyed) portion = await rows.next()
  if (!portion.done) return
  const facts = passportOf(wanted, portion.value)
  response.json(Object.fromEntries(facts.map(({ key, value }) => [key, value])))
}

/** What a data set is, whose, of which day and knowledge, under which filter and terms, and what it holds. */
function passportOf({ filter, t, visit, services, today }: Wanted, held: Held) {
  const { instance } = content()
  const { facts } = t.openData
  const query = queryOf(filter, today)
  query.set('day', filter.day)
  const values = {
    title: t.experts.title,
    source: `${instance.name[visit.locale]}, ${services.config.publicUrl}/experts?${query}`,
    ...(services.config.demo ? { note: t.shell.demo } : {}),
    day: filter.day,
    known: filter.known ?? visit.now.toISOString(),
    filter: queryOf({ ...filter, day: today, known: null }, today).toString() || t.openData.everything,
    licence: instance.licence[visit.locale],
    made: visit.now.toISOString(),
    ...held,
  }
  return Object.entries(values).map(([key, value]) => ({ key, term: facts[key] ?? key, value }))
}

function nameOf({ day, known }: RegistryFilter, t: Messages): string {
  return [t.experts.csvName, day, ...(known ? [known] : [])].join('-')
}
