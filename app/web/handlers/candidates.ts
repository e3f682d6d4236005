/** Papers of the way into the registry, in Russian whatever the language: the draft order of a list, an organisation's report. */
import ExcelJS from 'exceljs'
import type { Express, Request, Response } from 'express'
import { draftOrder } from '#app/domain/assessment/printing.server.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { reportOf } from '#app/domain/desk/staff/staff.server.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { idOf } from '#app/domain/problem.ts'
import { safeCell } from '#app/domain/reviews/summary/workbook-rows.ts'
import { acting } from '#app/web/serve.server.ts'
import type { Services } from '#app/web/services.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { answering } from './reviews.ts'

export function register(app: Express, services: Services): void {
  app.get('/desk/lists/:id/order.docx', answering(services, sendDraft))
  app.get('/desk/staff/report.xlsx', answering(services, sendReport))
}

async function sendDraft(ctx: Ctx, request: Request, response: Response, { config }: Services) {
  const words = messagesOf('ru')
  const long = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: 'UTC' })
  const { bytes, number } = await draftOrder(acting(ctx), shelfIn(config.dataDir), idOf(request.params.id), {
    ...{ words, day: (iso) => long.format(new Date(iso)) },
    ...(config.demo ? { notice: words.shell.demo } : {}),
  })
  response.attachment(`${words.candidates.paper.name} – ${words.candidates.numbered(number)}.docx`)
  response.type(docxType).send(Buffer.from(bytes))
}

/** One line an organisation; names are data, so what a spreadsheet would take for a formula gets an apostrophe. */
async function sendReport(ctx: Ctx, _: Request, response: Response) {
  const mine = acting(ctx)
  const { sheet: words } = messagesOf('ru').staff
  const places = await reportOf(mine, Number(mine.actor.today.slice(0, 4)))
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(words.name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = words.head.map((_, column) => ({ width: column === 0 ? 50 : 16 }))
  sheet.addRow(words.head).font = { bold: true }
  for (const { name, experts, applicants, waits, invited, answered, takesPart, checked } of places)
    sheet.addRow([safeCell(name), experts, applicants, waits, invited, answered, takesPart, checked])
  const bytes = await workbook.xlsx.writeBuffer()
  response.attachment(`${words.name} ${mine.actor.today}.xlsx`)
  response.type('xlsx').send(Buffer.from(bytes))
}
