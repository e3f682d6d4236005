/** What came from outside goes out as what it is by its bytes, to be saved and never drawn, and only with its words. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { attachmentsOf } from '#app/domain/reviews/remarks/attaching.server.ts'
import { reviewTexts } from '#app/domain/reviews/remarks/moderated.server.ts'
import { leaveRemark, withdrawRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { register } from '#app/web/handlers/reviews.ts'
import type { Services } from '#app/web/services.ts'
import { content } from '#content/load.ts'
import { type Database, test } from '#test/support/database.ts'

const script = '<!doctype html><script>hostile()</script>'
const png = Buffer.concat([
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  Buffer.from(script),
])
const sent = [
  { name: 'page.html', bytes: Buffer.from(script), type: 'text/plain' },
  { name: 'picture.svg', bytes: Buffer.from('<svg onload="hostile()"/>'), type: 'text/plain' },
  { name: 'both.html', bytes: png, type: 'image/png' },
]

async function served(database: Database, dataDir: string) {
  let actor: Actor | null = null
  const app = express()
  app.use((_, response, next) => {
    const now = new Date('2026-03-02T09:00:00Z')
    response.locals.visit = { actor, now, zone: 'Asia/Yekaterinburg', locale: 'ru' }
    next()
  })
  register(app, { web: database.web, config: { dataDir }, content: content() } as unknown as Services)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const bound = server.address()
  const port = bound && typeof bound === 'object' ? bound.port : 0
  const ask = async (who: Actor | null, path: string) => {
    actor = who
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    await answer.arrayBuffer()
    const head = (name: string) => answer.headers.get(name)
    return { status: answer.status, head }
  }
  return { ask, close: () => new Promise((closed) => server.close(closed)) }
}

test('a page or a script sent as a file is saved as what its bytes are; its name begins no header; hidden words take it along', async ({
  given,
  acts,
  database,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rses-served-'))
  const { ask, close } = await served(database, dataDir)
  const draft = await given.discussed()
  const author = await given.user()
  const block = (await given.blocks(draft)).find(({ text }) => text.includes('экспертный лист'))
  const at = { fromBlockId: block?.blockId ?? '', fromOffset: 0, toOffset: 5 }
  const said = { draftId: draft.id, versionId: draft.versionId, kind: 'question', body: 'С файлами' } as const
  const files = sent.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }))
  const { id, number } = await leaveRemark(
    acts(author),
    { ...said, ...at },
    {
      dataDir,
      files,
    },
  )
  const kept = await attachmentsOf(acts(author), id)
  const path = (file: string) => `/drafts/${draft.slug}/remarks/${number}/files/${file}`
  for (const { name, type } of sent) {
    const file = kept.find((one) => one.name === name)
    const { status, head } = await ask(null, path(file?.id ?? ''))
    expect([name, status, head('content-type')?.split(';')[0]]).toEqual([name, 200, type])
    expect(head('content-disposition')).toMatch(/^attachment;/)
    expect(head('x-content-type-options')).toBe('nosniff')
    expect(head('cache-control')).toBe('private, no-store')
  }
  const [first] = kept
  const other = await given.discussed()
  const elsewhere = path(first?.id ?? '').replace(draft.slug, other.slug)
  expect((await ask(author, elsewhere)).status).toBe(404)
  const moderator = acts(await given.user({ role: 'moderator' }))
  await stepIn(moderator, reviewTexts, { kind: 'remark', id }, { step: 'hide', reason: 'insult' })
  expect((await ask(null, path(first?.id ?? ''))).status).toBe(404)
  expect((await ask(await given.user(), path(first?.id ?? ''))).status).toBe(404)
  expect((await ask(author, path(first?.id ?? ''))).status).toBe(200)
  await stepIn(moderator, reviewTexts, { kind: 'remark', id }, { step: 'pass' })
  expect((await ask(null, path(first?.id ?? ''))).status).toBe(200)
  await withdrawRemark(acts(author), id)
  expect((await ask(null, path(first?.id ?? ''))).status).toBe(404)
  await close()
})
