/**
 * The page floor (design.md section 6): an Express handler that runs the same queries, session lookup and counts
 * included, and joins strings. What a page costs above it is the price of its framework.
 */
import express from 'express'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import type { Entry } from '#app/domain/experts/entries.server.ts'
import { registryPage } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import { unreadCount } from '#app/domain/notifications/notifying.server.ts'
import { cookieNames, cookiesOf } from '#app/web/request.server.ts'
import { sessionsIn } from '#app/web/session.server.ts'
import { loadContent } from '#content/load.ts'
import { connect } from '#db/client.ts'

const [ownerUrl = '', size = '20'] = process.argv.slice(2)
const zone = loadContent().instance.timezone
const { db } = connect(ownerUrl, { role: 'rses_web', max: 16 })
const sessions = sessionsIn(db, { sessionDays: 30, publicUrl: 'http://localhost' })

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.get('/experts', async (request, response) => {
  const now = new Date()
  const today = dayOf(now, zone)
  const sessionId = cookiesOf(request.headers.cookie).get(cookieNames.session)
  const { userId } = sessionId ? await sessions.find(sessionId) : { userId: null }
  const actor = userId ? await actorOf(db, { userId }, today) : null
  const unread = actor ? await unreadCount({ db, actor, now, zone }) : 0
  const params = new URL(request.url, 'http://localhost').searchParams
  const filter = filterOf(params, today)
  const page = await registryPage({ db, actor, now, zone }, filter, null, Number(size))
  const facets = [...page.counts.directions, ...page.counts.tiers, ...page.counts.municipalities]
  response.type('html').send(
    `<!DOCTYPE html><html lang="ru"><title>Реестр</title><header>${escaped(actor?.familyName ?? '')} ${unread}</header>
    <aside>${facets.map(({ code, title, count }) => `<label><input type="checkbox" value="${escaped(code)}">${escaped(title)} ${count}</label>`).join('')}</aside>
    <main><p>${page.counts.total}</p>${page.entries.map(rowOf).join('')}</main></html>`,
  )
})

function rowOf({ number, name, work, statuses, finished }: Entry): string {
  const tags = statuses.map(
    ({ title, order }) => `<li>${escaped(title)} ${escaped(order.issuer)} ${escaped(order.number)}</li>`,
  )
  return `<article><h3><a href="/experts/${number}">${escaped(name ? `${name.family} ${name.given} ${name.patronymic}` : '')}</a></h3>
    <p>${escaped(work ? `${work.post} ${work.organisation}` : '')} ${finished}</p><ul>${tags.join('')}</ul></article>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})
