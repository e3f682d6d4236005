/** Answers of a questionnaire as CSV and XLSX, and files given as answers: always downloads, never shown in place. */
import ExcelJS from 'exceljs'
import type { Express, Request, RequestHandler, Response } from 'express'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { byteOrderMark, csvLine } from '#app/domain/experts/csv.ts'
import { readContents } from '#app/domain/files/store.server.ts'
import { idOf, numberOf, Problem } from '#app/domain/problem.ts'
import { answerFile } from '#app/domain/questionnaires/attaching.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { questionnaireRules } from '#app/domain/questionnaires/rules.ts'
import { addWrapped } from '#app/domain/reviews/summary/workbook-rows.ts'
import { authorize } from '#app/domain/rules.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Visit } from '#app/web/request.server.ts'
import type { Services } from '#app/web/services.ts'
import { statusOf } from '#app/web/status.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { answerRows } from './answer-rows.ts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function register(app: Express, services: Services): void {
  app.get('/questionnaires/:number/results.:format(csv|xlsx)', answering(services, sendAnswers))
  app.get('/questionnaires/:number/files/:id', answering(services, sendFile))
}

type Answer = (ctx: ActingCtx, request: Request, response: Response, services: Services) => Promise<void>

async function sendAnswers(ctx: ActingCtx, { params }: Request, response: Response, services: Services) {
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  authorize(questionnaireRules.export, ctx.actor, state.facts)
  const { locale } = response.locals.visit as Visit
  const t = messagesOf(locale)
  const rows = await answerRows(ctx, state, t.questionnaires, services.content.organisationTypes, locale)
  const lines = services.config.demo ? [[t.shell.demo], ...rows] : rows
  const name = `${t.questionnaires.exportName} ${state.row.number} ${dayOf(ctx.now, ctx.zone)}`
  if (params.format === 'csv') {
    response.attachment(`${name}.csv`).type('text/csv; charset=utf-8')
    response.send(byteOrderMark + lines.map(csvLine).join(''))
    return
  }
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(t.questionnaires.exportName)
  sheet.views = [{ state: 'frozen', ySplit: services.config.demo ? 2 : 1 }]
  for (let column = 1; column <= (rows[0]?.length ?? 0); column += 1) sheet.getColumn(column).width = 24
  for (const line of lines) addWrapped(sheet, line)
  response.attachment(`${name}.xlsx`).type(xlsxType)
  response.send(Buffer.from(await workbook.xlsx.writeBuffer()))
}

async function sendFile(ctx: ActingCtx, { params }: Request, response: Response, { config }: Services) {
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  const file = await answerFile(ctx, state, idOf(params.id))
  const contents = await readContents(config.dataDir, file.sha256)
  response.attachment(file.name).type(file.mediaType)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  contents.on('error', () => response.destroy())
  contents.pipe(response)
}

function answering(services: Services, answer: Answer): RequestHandler {
  return async (request, response, next) => {
    const { actor, now, zone, locale } = response.locals.visit as Visit
    try {
      if (!actor) return response.redirect(`/signin?next=${encodeURIComponent(request.originalUrl)}`)
      response.setHeader('Cache-Control', 'private, no-store')
      await answer({ db: services.web.db, actor, now, zone }, request, response, services)
    } catch (error) {
      if (!(error instanceof Problem)) return next(error)
      const sentence = sentenceOf(messagesOf(locale), error)
      response.status(statusOf(error.code)).type('text/plain').send(`${sentence}\n`)
    }
  }
}
