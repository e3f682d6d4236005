/** Download of the registry: the same open projection and the same filters as the page, a line a status. */
import type { Express, RequestHandler, Response } from 'express'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { byteOrderMark, csvLine } from '#app/domain/experts/csv.ts'
import type { Entry } from '#app/domain/experts/entries.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { filterOf, lastDay, type RegistryCursor, type RegistryFilter } from '#app/domain/experts/registry.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Messages } from '#content/messages/ru.ts'

const PORTION = 500

export function register(app: Express, services: Services): void {
  app.get('/experts.csv', download(services))
}

function download(services: Services): RequestHandler {
  return async (request, response, next) => {
    const { actor, now, zone, locale } = response.locals.visit as Visit
    const ctx: Ctx = { db: services.web.db, actor, now, zone }
    const t = messagesOf(locale)
    const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '')
    const filter = filterOf(query, dayOf(now, zone))
    try {
      response.setHeader('Cache-Control', 'private, no-store')
      response.attachment(`${t.experts.csvName}-${filter.day}.csv`).type('text/csv; charset=utf-8')
      response.write(byteOrderMark)
      if (services.config.demo) response.write(csvLine([t.shell.demo]))
      response.write(csvLine(t.experts.csvHead))
      await writeAll(ctx, filter, t, response)
      response.end()
    } catch (error) {
      if (!response.headersSent) return next(error)
      // Half a table must not look whole: the connection breaks, and the visitor's browser says so.
      services.log.error({ err: error }, 'the download of the registry broke')
      response.destroy()
    }
  }
}

async function writeAll(ctx: Ctx, filter: RegistryFilter, t: Messages, response: Response) {
  const matching = await matchingOf(ctx, filter)
  let after: RegistryCursor | null = null
  do {
    const page: { entries: Entry[]; next: RegistryCursor | null } = await entriesAfter(
      ctx,
      filter,
      matching,
      after,
      PORTION,
    )
    const lines = page.entries.flatMap((entry) => linesOf(entry, t))
    if (!response.write(lines.join('')))
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
    after = response.destroyed ? null : page.next
  } while (after !== null)
}

function linesOf({ number, name, work, statuses }: Entry, t: Messages): string[] {
  const person = name ? [name.family, name.given, name.patronymic] : [t.experts.hidden, '', '']
  return statuses.map(({ title, tier, order, from, to }) =>
    csvLine([
      ...[number, ...person, work?.post ?? '', work?.organisation ?? '', work?.municipality ?? ''],
      ...[
        title,
        t.experts.tiers[tier] ?? tier,
        order.number,
        order.day,
        order.issuer,
        from,
        to ? lastDay(to) : '',
      ],
    ]),
  )
}
