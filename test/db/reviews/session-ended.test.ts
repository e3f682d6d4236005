/**
 * A form that arrives after its writer's session has ended: its words are given back, and nothing is told of the page.
 */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { loader as remarkPage, action as sendRemark } from '#app/routes/drafts.$slug.remark/route.tsx'
import { action as sendDecision } from '#app/routes/drafts.$slug.remarks.$number.decision/route.tsx'
import { action as pressReopen } from '#app/routes/drafts.$slug.remarks.$number.reopening/route.tsx'
import {
  loader as replyPage,
  action as sendReply,
} from '#app/routes/drafts.$slug.remarks.$number.reply/route.tsx'
import { action as pressSupport } from '#app/routes/drafts.$slug.remarks.$number.support/route.tsx'
import { action as keepUnsent } from '#app/routes/drafts.$slug.unsent/route.tsx'
import { action as sendAnswers } from '#app/routes/questionnaires.$number._index/route.tsx'
import { action as signIn } from '#app/routes/signin/route.tsx'
import type { GivenBack } from '#app/web/typed-words.server.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { remarks, supports } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { closedStage } from './closed-stage.ts'

const { problems } = messagesOf('ru')
const FROM = { host: 'site.test', referer: 'http://site.test/drafts?page=2' }
const PAGE = 'text/html,application/xhtml+xml'
const words = { body: 'Слова того, кто вышел', kind: 'criticism', password: 'пароль из слов' }

type Door = (args: never) => Promise<unknown>
type Answer = { status: number | undefined; said: string; typed: GivenBack | undefined }

/** A door asked by somebody signed out: with the visit that the request before it left, when there is one. */
function asking(database: { web: unknown }) {
  const services = { web: database.web, content: content(), config: { dataDir: '/none' } }
  return async (
    door: unknown,
    params: Record<string, string>,
    { accept = PAGE, ended = true, typed }: { accept?: string; ended?: boolean; typed?: GivenBack },
  ): Promise<Answer> => {
    const visit = {
      ...{ actor: null, ended, typed, now: new Date('2026-03-02T10:00:00Z'), zone: 'Asia/Yekaterinburg' },
      ...{ locale: 'ru', cookies: [], address: '' },
    }
    const body = typed ? undefined : new URLSearchParams(words)
    const request = new Request('http://site.test/', {
      ...{ method: body ? 'POST' : 'GET', body, headers: { accept, ...FROM } },
    })
    const said = await (door as Door)({ request, params, context: { visit, services } } as never).catch(
      (thrown: unknown) => thrown,
    )
    const { status, init } = said as { status?: number; init?: { status?: number } }
    return { status: status ?? init?.status, said: JSON.stringify(said), typed: visit.typed }
  }
}

test('an open draft, a closed one and none answer a page alike, with the words and without the password', async ({
  given,
  acts,
  db,
  database,
}) => {
  const at = asking(database)
  const open = await given.discussed()
  const { inner } = await closedStage({ given, acts, db }, open)
  const told: string[] = []
  for (const slug of [open.slug, inner.slug, 'nothing']) {
    for (const [door, page] of [
      [sendRemark, remarkPage],
      [sendReply, replyPage],
    ]) {
      const sent = await at(door, { slug, number: '1' }, {})
      expect([sent.status, sent.typed]).toEqual([
        401,
        {
          fields: [{ label: messagesOf('ru').typed.fields.body, text: words.body }],
          cut: false,
          page: '/drafts?page=2',
        },
      ])
      const shown = await at(page, { slug, number: '1' }, { typed: sent.typed })
      expect(shown.status).toBe(401)
      told.push(sent.said, shown.said)
    }
  }
  expect(new Set(told).size).toBe(2)
  expect(told.join()).not.toContain('пароль')
  for (const door of [sendDecision, sendAnswers])
    expect(await at(door, { slug: 'nothing', number: '7' }, {})).toMatchObject({
      ...{ status: 401, typed: { fields: [{ text: words.body }] } },
    })
  expect(await db.select().from(remarks).where(eq(remarks.draftId, open.id))).toEqual([])
})

test('a button pressed after the session has ended does nothing, says so at the sign-in page and leads back to its page', async ({
  given,
  acts,
  db,
  database,
}) => {
  const press = async (door: unknown, headers: Record<string, string>, form: Record<string, string> = {}) => {
    const visit = {
      ...{ actor: null, ended: true, now: new Date('2026-03-02T10:00:00Z'), zone: 'Asia/Yekaterinburg' },
      ...{ locale: 'ru', cookies: [], address: '' },
    }
    const request = new Request(`http://site.test/drafts/${inner.slug}/remarks/1/support`, {
      ...{ method: 'POST', body: new URLSearchParams(form), headers },
    })
    const services = { web: database.web, content: content(), config: { dataDir: '/none' } }
    const params = { slug: inner.slug, number: '1' }
    return (await (door as Door)({ request, params, context: { visit, services } } as never).catch(
      (thrown: unknown) => thrown,
    )) as Response
  }
  const open = await given.discussed()
  const { inner } = await closedStage({ given, acts, db }, open)
  const page = `/drafts/${inner.slug}/remarks/1`
  // a closed draft is not told apart from none: nothing of it is read
  for (const door of [pressSupport, pressReopen]) {
    const led = await press(door, { host: 'site.test', referer: `http://site.test${page}?from=2` })
    expect(led.status).toBe(302)
    expect(led.headers.get('location')).toBe(`/signin?next=${encodeURIComponent(`${page}?from=2`)}`)
    expect(led.headers.get('set-cookie')).toContain('rses_flash=signInFirst')
  }
  // a page of another site is no place to come back to
  const foreign = await press(pressSupport, { host: 'site.test', referer: 'http://evil.test/trap' })
  expect(foreign.headers.get('location')).toBe(`/signin?next=${encodeURIComponent(`${page}/support`)}`)
  // a script that keeps a draft reads the refusal itself
  const kept = await press(keepUnsent, { host: 'site.test' }, { body: 'Слова', writer: '1' })
  expect([kept.status, await kept.json()]).toEqual([404, { savedAt: null }])
  expect(await db.select().from(supports)).toEqual([])
})

test('a script keeps the words in its form and is told why nothing was sent', async ({ given, database }) => {
  const at = asking(database)
  const { slug } = await given.discussed()
  for (const known of [slug, 'nothing']) {
    const sent = await at(sendReply, { slug: known, number: '1' }, { accept: '*/*' })
    expect([sent.status, sent.typed]).toEqual([401, undefined])
    expect(sent.said).toContain(problems['session-ended'])
    // without them the form would be emptied
    expect(sent.said).toContain(words.body)
    expect(sent.said).not.toContain('пароль')
  }
})

test('who never was signed in is answered as ever, and a form of guests is read', async ({
  given,
  acts,
  db,
  database,
}) => {
  const at = asking(database)
  const open = await given.discussed()
  const { inner } = await closedStage({ given, acts, db }, open)
  const before = { ended: false }
  expect(await at(sendReply, { slug: open.slug, number: '1' }, before)).toMatchObject({
    status: 401,
    typed: undefined,
  })
  expect(await at(replyPage, { slug: inner.slug, number: '1' }, before)).toMatchObject({ status: 404 })
  const refused = await at(signIn, {}, {})
  expect([refused.status, refused.typed]).toEqual([422, undefined])
})
