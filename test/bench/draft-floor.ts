/**
 * The floor of a draft's page: an Express handler that runs the same queries, session lookup and counts included, and
 * joins strings: each unit with its words, each remark with its author, words and answer.
 */
import express from 'express'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { unreadCount } from '#app/domain/notifications/notifying.server.ts'
import { follows } from '#app/domain/reviews/news/followed.server.ts'
import { draftBySlug, type VersionShown, versionView } from '#app/domain/reviews/queries.server.ts'
import type { RemarkShown } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { cookieNames, cookiesOf } from '#app/web/request.server.ts'
import { sessionsIn } from '#app/web/session.server.ts'
import { loadContent } from '#content/load.ts'
import { connect } from '#db/client.ts'

const [ownerUrl = ''] = process.argv.slice(2)
const zone = loadContent().instance.timezone
const { db } = connect(ownerUrl, { role: 'rses_web', max: 16 })
const sessions = sessionsIn(db, { sessionDays: 30, publicUrl: 'http://localhost' })

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.get('/drafts/:slug', async (request, response) => {
  const now = new Date()
  const sessionId = cookiesOf(request.headers.cookie).get(cookieNames.session)
  const { userId } = sessionId ? await sessions.find(sessionId) : { userId: null }
  const actor = userId ? await actorOf(db, { userId }, dayOf(now, zone)) : null
  const ctx = { db, actor, now, zone }
  const unread = actor ? await unreadCount({ ...ctx, actor }) : 0
  const shown = await draftBySlug(ctx, request.params.slug)
  const view = await versionView(ctx, shown.draft.id, shown.current?.number ?? 1)
  if (actor) await follows({ ...ctx, actor }, { kind: 'draft', id: shown.draft.id })
  response.type('html').send(
    `<!DOCTYPE html><html lang="ru"><title>${escaped(shown.draft.title)}</title><header>${escaped(actor?.familyName ?? '')} ${unread}</header>
    <nav>${view.toc.map(({ blockId, title, remarks }) => `<a href="#b-${blockId.slice(-10)}">${escaped(title)} ${remarks}</a>`).join('')}</nav>
    <main>${textOf(view)}</main></html>`,
  )
})

function textOf({ blocks, remarks }: VersionShown): string {
  const beside = new Map<string, RemarkShown[]>()
  for (const remark of remarks) {
    const at = remark.place?.fromBlockId ?? ''
    beside.set(at, [...(beside.get(at) ?? []), remark])
  }
  return blocks
    .map(({ blockId, address, text }) => {
      const notes = (beside.get(blockId) ?? []).map(noteOf).join('')
      return `<p id="b-${blockId.slice(-10)}" title="${escaped(address)}">${escaped(text)}</p>${notes}`
    })
    .join('')
}

function noteOf({ number, author, exact, body, replacement, decision }: RemarkShown): string {
  return `<article id="r-${number}"><h3>${escaped(author.name ?? String(author.participantNumber))}</h3>
    <blockquote>${escaped(exact)} ${escaped(replacement ?? '')}</blockquote><p>${escaped(body)}</p>
    <p>${escaped(decision?.reason ?? '')}</p></article>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})
