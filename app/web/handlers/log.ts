/** The log as a file, of the same filter as its page: CSV and XLSX, line by line, for those who may read it. */
import ExcelJS from 'exceljs'
import type { Express, RequestHandler, Response } from 'express'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { exportLog, type LogLine } from '#app/domain/accounts/overseeing.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { byteOrderMark, csvLine } from '#app/domain/experts/csv.ts'
import { Problem } from '#app/domain/problem.ts'
import { safeCell } from '#app/domain/reviews/summary/workbook-rows.ts'
import { askedOf, filterOf } from '#app/web/log-filter.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Messages } from '#content/messages/ru.ts'

type Send = (lines: AsyncGenerator<LogLine[]>, t: Messages, response: Response) => Promise<void>

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function register(app: Express, services: Services): void {
  app.get('/admin/log.csv', download(services, 'csv', sendCsv))
  app.get('/admin/log.xlsx', download(services, 'xlsx', sendXlsx))
}

function download(services: Services, kind: 'csv' | 'xlsx', send: Send): RequestHandler {
  return async (request, response, next) => {
    const { actor, now, zone, locale, address } = response.locals.visit as Visit
    const t = messagesOf(locale)
    try {
      const ctx = acting({ db: services.web.db, actor, now, zone })
      const filter = filterOf(askedOf(new URLSearchParams(request.originalUrl.split('?')[1] ?? '')))
      await countAttempt(ctx, 'download', address, content().settings.rates.downloadsPerAddress)
      const lines = exportLog(ctx, filter)
      // asked before the head of the answer is sent: a refusal has a status of its own
      const first = await lines.next()
      response.setHeader('Cache-Control', 'private, no-store')
      response.attachment(`log-${dayOf(now, zone)}.${kind}`)
      await send(from(first, lines), t, response)
    } catch (error) {
      if (error instanceof Problem && !response.headersSent) {
        response
          .status(statusOf(error.code))
          .type('text/plain')
          .send(`${sentenceOf(t, error)}\n`)
        return
      }
      if (!response.headersSent) return next(error)
      services.log.error({ err: error }, 'the download of the log broke')
      response.destroy()
    }
  }
}

async function* from(first: IteratorResult<LogLine[]>, rest: AsyncGenerator<LogLine[]>) {
  if (!first.done) yield first.value
  yield* rest
}

const sendCsv: Send = async (lines, t, response) => {
  response.type('text/csv; charset=utf-8')
  response.write(byteOrderMark + csvLine(headOf(t)))
  for await (const portion of lines) {
    if (response.destroyed) return
    if (!response.write(portion.map((line) => csvLine(cellsOf(line, t))).join('')))
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
  }
  response.end()
}

const sendXlsx: Send = async (lines, t, response) => {
  response.type(xlsxType)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: response, useStyles: true })
  const sheet = workbook.addWorksheet(t.admin.log.title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = [10, 26, 26, 36, 10, 10, 16, 38, 10, 60].map((width) => ({ width }))
  const head = sheet.addRow(headOf(t))
  head.font = { bold: true }
  head.commit()
  for await (const portion of lines) {
    if (response.destroyed) return
    for (const line of portion)
      sheet
        .addRow(cellsOf(line, t).map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)))
        .commit()
  }
  sheet.commit()
  await workbook.commit()
}

function headOf({ admin }: Messages): string[] {
  return [...admin.log.fileHead]
}

/** People by number, objects by kind and id, as on the page; the moment as a machine reads it. */
function cellsOf(line: LogLine, { admin }: Messages): (string | number | null)[] {
  const words: Record<string, string> = admin.log.events
  const facts = Object.entries(line.facts).map(([name, value]) => `${name}: ${String(value)}`)
  return [
    ...[line.seq, line.at.toISOString(), line.kind],
    (Object.hasOwn(words, line.kind) && words[line.kind]) || '',
    ...[line.actorNumber, line.deputyOfNumber, line.objectKind, line.objectId, line.objectNumber],
    facts.join('; '),
  ]
}
