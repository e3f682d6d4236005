/** On a shared computer nobody's words are kept or sent under the name of who signed in after them. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { action as sendRemark } from '#app/routes/drafts.$slug.remark/route.tsx'
import { action as keepRemark } from '#app/routes/drafts.$slug.unsent/route.tsx'
import { action as keepAnswers } from '#app/routes/questionnaires.$number.unsent/route.tsx'
import { action as keepRequest } from '#app/routes/requests.unsent/route.tsx'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { remarks, unsentTexts } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const { problems } = messagesOf('ru')
type Door = (args: never) => Promise<unknown>

test('a form opened by somebody else is neither kept nor sent; one’s own is, and one that names nobody', async ({
  given,
  db,
  database,
}) => {
  const draft = await given.discussed()
  const [before, now] = [await given.user(), await given.user()]
  let said: unknown
  const at = async (
    door: Door,
    actor: Actor,
    params: Record<string, string>,
    form: Record<string, string>,
  ) => {
    const visit = {
      ...{ actor, now: new Date('2026-03-02T10:00:00Z'), zone: 'Asia/Yekaterinburg' },
      ...{ locale: 'ru', cookies: [], address: '' },
    }
    const services = { web: database.web, zone: visit.zone, content: content(), config: { dataDir: '/none' } }
    const request = new Request('http://site.test/', { method: 'POST', body: new URLSearchParams(form) })
    said = await door({ request, params, context: { visit, services } } as never).catch(
      (thrown: unknown) => thrown,
    )
    const { status, init } = said as { status?: number; init?: { status?: number } }
    return status ?? init?.status
  }
  const kept = async () => (await db.select().from(unsentTexts)).length
  const slug = { slug: draft.slug }
  const words = { body: 'Слова того, кто сидел здесь раньше', kind: 'criticism' }
  for (const door of [keepRemark, keepRequest, keepAnswers] as Door[])
    expect(await at(door, now, { ...slug, number: '1' }, { ...words, writer: String(before.number) })).toBe(
      403,
    )
  expect(await kept()).toBe(0)

  const remark = {
    ...words,
    versionId: draft.versionId,
    fromBlock: draft.versionId,
    toBlock: draft.versionId,
    scope: 'whole',
  }
  const status = await at(sendRemark as Door, now, slug, { ...remark, writer: String(before.number) })
  expect([status, JSON.stringify(said)]).toEqual([
    expect.any(Number),
    expect.stringContaining(problems['another-writer']),
  ])
  expect(await db.select().from(remarks).where(eq(remarks.draftId, draft.id))).toEqual([])

  expect(await at(keepRemark as Door, now, slug, { ...words, writer: String(now.number) })).toBe(200)
  expect(await at(keepRequest as Door, before, {}, words)).toBe(200)
  expect(await kept()).toBe(2)
})
