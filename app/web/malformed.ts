/**
 * What no browser of a visitor sends: refused at the door, in plain words, before anything of the site reads it.
 *
 * PostgreSQL holds no NUL, and an address in the absolute form (a proxy's) would not mean the same to each reader of it.
 * A body is bounded before it is read: without a length nobody knows how long it will be.
 */
import type { RequestHandler, Response } from 'express'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { locales } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { Visit } from './request.server.ts'

// A name or an address with its port: whoever joins it with a path must get that path.
const host = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,4}|:[1-5]\d{4}|:6[0-4]\d{3})?$/i

// No page of ours lies half as deep, and the library compares each word of an address with those before it: one of
// seven thousand words halted the site for a quarter of a minute.
const DEEPEST = 24

/** An address deeper than any page. */
export const isEndless = (path: string) => path.split('/', DEEPEST + 2).length > DEEPEST + 1

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Refuses addresses and methods that are none; NUL in a query is dropped, like any other sign that means nothing. */
export const refuseMalformed: RequestHandler = (request, response, next) => {
  if (!methods.has(request.method)) return refuse(response, 405, 'noMethod')
  if (!host.test(request.headers.host ?? 'localhost')) return refuse(response, 400, 'noSite')
  delete request.headers['x-forwarded-host']
  if (!request.originalUrl.startsWith('/')) return refuse(response, 400, 'noPage')
  const at = request.originalUrl.indexOf('?')
  const path = at < 0 ? request.originalUrl : request.originalUrl.slice(0, at)
  if (isEndless(path)) return refuse(response, 404, 'notFound')
  if (path.includes('%00')) return refuse(response, 404, 'notFound')
  if (at >= 0 && request.originalUrl.includes('%00')) {
    request.originalUrl = request.originalUrl.replaceAll('%00', '')
    request.url = request.originalUrl
  }
  next()
}

const MB = 1024 * 1024
const ofGuests = MB / 4
const ofForms = 16 * MB
// Words of somebody whose session has ended are shown once more; a cookie of a dead session is had for nothing.
const ofEnded = 4 * MB
// The whole text of a document as the editor's JSON, percent-encoded, is many times longer than its words.
const ofTexts = 96 * MB
// A paper that anybody may have checked, as long as any that is given out: hashed as it comes, held by nobody.
const checks = /^\/check\/file(\.data)?$/
// The file itself and the form around it.
const ofChecked = () => content().settings.uploads.maxMegabytes * MB + ofGuests
const texts = /^\/(drafts\/(new|[^/]+\/(edit|saving))|practices\/\d+\/parts\/[a-z-]+(\/saving)?)(\.data)?$/
// Files have a limit of their own, from the settings: each of these has refuseHuge before it.
const files =
  /^\/(desk\/templates\/[a-z-]+|desk\/imports\/new|desk\/staff\/nomination|desk\/applications\/\d+\/(?:paper|survey)|desk\/grounds|requests\/(new|\d+\/amendment)|orders\/[^/]+\/copy|panels\/\d+\/(?:act|invitations\/[\w-]+(?:\/paper)?|files|signing\/(?:file|paper))|(?:works|practices|events)\/\d+\/files|drafts\/[^/]+\/(file|pictures|remark|return|intake\/new|summary\/signature))(\.data)?$/

/** Refuses a body that is longer than any form of this visitor, or does not tell its length. */
export const refuseHugeBody: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const length = request.get('content-length')
  if (length === undefined && request.get('transfer-encoding') !== undefined)
    return refuse(response, 411, 'noLength')
  const { actor, ended } = (response.locals.visit ?? {}) as Partial<Visit>
  if (actor && files.test(request.path)) return next()
  const own = actor ? (texts.test(request.path) ? ofTexts : ofForms) : ended ? ofEnded : ofGuests
  const checked = checks.test(request.path)
  if (Number(length ?? 0) <= (checked ? ofChecked() : own)) return next()
  if (ended && !checked) return refuse(response, 401, 'endedTooLong')
  refuse(response, 413, 'tooLong')
}

function refuse(response: Response, status: number, why: keyof Messages['shell']['door']): void {
  // What is left of a refused body is not waited for.
  if (status === 413 || status === 411 || status === 401) response.setHeader('Connection', 'close')
  const { locale = locales[0] } = (response.locals.visit ?? {}) as Partial<Visit>
  response
    .status(status)
    .type('text/plain')
    .send(`${messagesOf(locale).shell.door[why]}\n`)
}
