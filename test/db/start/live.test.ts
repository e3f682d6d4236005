/**
 * Open pages hear that there is something new, and nothing that their reader may not see: neither words, nor that
 * hidden or held ones exist, nor anything of a draft that is closed to them.
 */
import { type IncomingMessage, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import express from 'express'
import { expect, vi } from 'vitest'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { blockUser } from '#app/domain/accounts/blocking.server.ts'
import type { Actor } from '#app/domain/ctx.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { register } from '#app/web/handlers/live.ts'
import { LivePages } from '#app/web/live.server.ts'
import type { Services } from '#app/web/services.ts'
import { sessionsIn } from '#app/web/session.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'
import { stages, users } from '#db/schema/index.ts'
import { test as base } from '#test/support/database.ts'
import type { GivenDraft } from '#test/support/given/reviews.ts'

type Line = { status: number; heard: string[]; ended: () => boolean; close: () => void }
type Site = {
  open: (path: string, actor?: Actor | null, address?: string, session?: string) => Promise<Line>
  live: LivePages
}

const today = () => new Date().toISOString().slice(0, 10)
const test = base.extend<{ site: Site; draft: GivenDraft }>({
  site: async ({ database }, use) => {
    const services = {
      ...{ owner: database.owner, web: database.web, zone: 'Asia/Yekaterinburg', content: content() },
      log: { error: (fault: unknown) => expect(fault).toBe(null) },
    } as unknown as Services
    const live = new LivePages(services)
    const app = express()
    app.use(async (request, response, next) => {
      const userId = request.get('x-user')
      const actor = userId ? await actorOf(database.web.db, { userId }, today()) : null
      const address = request.get('x-address') ?? ''
      const sessionId = request.get('x-session')
      response.locals.visit = {
        actor,
        sessionId,
        address,
        now: new Date(),
        zone: services.zone,
        locale: 'ru',
      }
      next()
    })
    register(app, services, live)
    const server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await use({
      live,
      open: (path, actor, address = '', session = '') =>
        line(port, path, actor ?? null, { address, session }),
    })
    await live.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  },
  draft: async ({ given }, use) => {
    const days = { firstDay: dayAfter(today(), -2), lastDay: dayAfter(today(), 20) }
    await use(await given.discussed({ stages: [{ kind: 'discussion', title: 'Обсуждение', ...days }] }))
  },
})

function line(
  port: number,
  path: string,
  actor: Actor | null,
  { address, session }: { address: string; session: string },
): Promise<Line> {
  const headers = {
    'x-address': address,
    ...(session ? { 'x-session': session } : {}),
    ...(actor ? { 'x-user': actor.userId } : {}),
  }
  return new Promise((resolve, reject) => {
    const asked = send({ host: '127.0.0.1', port, path, headers }, (answer: IncomingMessage) => {
      let [text, over] = ['', false]
      answer.on('data', (data) => {
        text += data
      })
      answer.on('close', () => {
        over = true
      })
      resolve({
        status: answer.statusCode ?? 0,
        get heard() {
          return [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => data)
        },
        ended: () => over,
        close: () => asked.destroy(),
      })
    })
    asked.on('error', (error) => reject(error))
    asked.end()
  })
}

const now = () => new Date().toISOString()
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1500))
const told = (remarks: number, version = false) => JSON.stringify({ remarks, version })

test('readers hear how many remarks are new to them, never of their own, of held or of hidden ones', async ({
  site,
  draft,
  given,
  acts,
  db,
}) => {
  const author = await given.user()
  const path = `/drafts/${draft.slug}/live?since=0&version=1`
  const [guest, own] = [await site.open(path), await site.open(path, author)]
  expect(guest.status).toBe(200)
  const blocks = await given.blocks(draft)
  const say = (by: Actor, body: string) =>
    leaveRemark(acts(by, now()), {
      ...{ draftId: draft.id, versionId: draft.versionId, fromBlockId: blocks[0]?.blockId ?? '' },
      ...{ kind: 'criticism', body },
    })
  const { id } = await say(author, 'Первое, тайное слово')
  await vi.waitFor(() => expect(guest.heard).toEqual([told(1)]), 5000)
  const fresh = await given.user()
  await db.update(users).set({ emailConfirmedAt: new Date() }).where(eq(users.id, fresh.userId))
  await say(fresh, 'Ждёт проверки')
  await quiet()
  expect(guest.heard).toEqual([told(1)])
  expect(own.heard).toEqual([])
  const moderator = await given.user({ role: 'moderator' })
  const watching = await site.open(`/drafts/${draft.slug}/live?since=1&version=1`, moderator)
  const hide = { step: 'hide', reason: 'insult' } as const
  await stepIn(acts(moderator, now()), textKinds, { kind: 'remark', id }, hide)
  await vi.waitFor(() => expect(guest.heard).toEqual([told(1), told(0)]), 5000)
  // who may read hidden words hears no more than everybody
  expect(watching.heard).toEqual([])
  for (const one of [guest, own, watching]) one.close()
})

test('a draft that closes is heard of no more by those outside; its people still hear', async ({
  site,
  draft,
  given,
  acts,
  db,
}) => {
  const path = `/drafts/${draft.slug}/live?since=0&version=1`
  const [guest, staff] = [await site.open(path), await site.open(path, draft.institute)]
  await db.update(stages).set({ audience: 'closed' })
  expect((await site.open(path)).status).toBe(404)
  const blocks = await given.blocks(draft)
  const colleague = await given.developer(
    'secretary',
    draft.institute.powers.find((one) => one.scopeId)?.scopeId ?? '',
  )
  await leaveRemark(acts(colleague, now()), {
    ...{ draftId: draft.id, versionId: draft.versionId, fromBlockId: blocks[0]?.blockId ?? '' },
    ...{ kind: 'question', body: 'Внутренний вопрос' },
  })
  await vi.waitFor(() => expect(staff.heard).toEqual([told(1)]), 5000)
  await vi.waitFor(() => expect(guest.ended()).toBe(true), 5000)
  expect(guest.heard).toEqual([])
})

test('lines are limited by person and address, strangers to numbers get none, and a stop ends them all', async ({
  site,
  draft,
  given,
}) => {
  const { perPerson, perAddress } = content().settings.live
  const path = `/drafts/${draft.slug}/live?since=0&version=1`
  const person = await given.user()
  const lines = await Promise.all(Array.from({ length: perPerson }, () => site.open(path, person, 'a')))
  expect(lines.map(({ status }) => status)).toEqual(lines.map(() => 200))
  expect((await site.open(path, person, 'b')).status).toBe(429)
  lines[0]?.close()
  await vi.waitFor(() => expect(site.live.size).toBe(perPerson - 1))
  expect((await site.open(path, person, 'b')).status).toBe(200)
  const rest = Array.from({ length: perAddress - perPerson + 1 }, () => site.open(path, null, 'a'))
  expect((await Promise.all(rest)).every(({ status }) => status === 200)).toBe(true)
  expect((await site.open(path, null, 'a')).status).toBe(429)
  expect((await site.open(path, null, 'c')).status).toBe(200)
  for (const bad of [
    '',
    '?since=0',
    '?since=-1&version=1',
    '?since=1e3&version=1',
    '?since=0&version=0&since=1',
  ])
    expect((await site.open(`/drafts/${draft.slug}/live${bad}`)).status).toBe(404)
  expect((await site.open('/drafts/nothing/live?since=0&version=1')).status).toBe(404)
  await site.live.close()
  await vi.waitFor(() => expect(lines.slice(1).every((one) => one.ended())).toBe(true))
  expect((await site.open(path, null, 'd')).status).toBe(429)
})

test('a line ends with its session, whoever ends it; lines of other sessions go on', async ({
  site,
  draft,
  given,
  acts,
  database,
}) => {
  const door = sessionsIn(database.web.db, { sessionDays: 30, publicUrl: 'http://localhost' })
  const reader = await given.user()
  const path = `/drafts/${draft.slug}/live?since=0&version=1`
  const begin = async (of: Actor) => {
    const id = /=([^;]+)/.exec(await door.start(of.userId, 'проба'))?.[1] ?? ''
    return { id, line: await site.open(path, of, '', id) }
  }
  const [first, second, third] = [await begin(reader), await begin(reader), await begin(reader)]
  const other = await given.user()
  const blocked = await begin(other)
  const over = (...lines: Line[]) => lines.map((one) => one.ended())
  await door.end(first.id)
  await vi.waitFor(
    () => expect(over(first.line, second.line, third.line)).toEqual([true, false, false]),
    5000,
  )
  await door.endAll(reader.userId, third.id)
  await vi.waitFor(() => expect(over(second.line, third.line)).toEqual([true, false]), 5000)
  const admin = await given.user({ role: 'admin' })
  await blockUser(acts(admin), other.personId, 'Проба')
  await vi.waitFor(() => expect(over(blocked.line, third.line)).toEqual([true, false]), 5000)
  await door.end(third.id)
  // one that ended before its line was there
  const late = await site.open(path, reader, '', third.id)
  await vi.waitFor(() => expect(over(third.line, late)).toEqual([true, true]), 5000)
})
