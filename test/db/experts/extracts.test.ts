import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { issueExtract } from '#app/domain/experts/extracts.server.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { issued } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { expertsGiven } from '#test/support/given/experts.ts'

const site = { words: messagesOf('ru'), publicUrl: 'https://rses.test' }

test('an extract has a number whose page vouches for the hash of the very file', async ({
  acts,
  db,
  given,
}) => {
  const experts = expertsGiven(db)
  const me = await given.user({ person: await experts.expert(await experts.direction()) })
  const { code, bytes } = await issueExtract(acts(me), site)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const [row] = await db.select().from(issued).where(eq(issued.code, code))
  expect(row).toMatchObject({ kind: 'extract', objectId: me.personId, revokedAt: null })
  expect(row?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect((await issueExtract(acts(me), site)).code).not.toBe(code)
})

test('whoever never had a status gets none', async ({ acts, given }) => {
  await expect(issueExtract(acts(await given.user()), site)).rejects.toMatchObject({ code: 'extract-none' })
})

test('no more are made at once than the settings allow', async ({ acts, db, given }) => {
  const experts = expertsGiven(db)
  const me = acts(await given.user({ person: await experts.expert(await experts.direction()) }))
  const rate = content().settings.rates.requestsPerPerson
  for (let n = 0; n < rate.count; n += 1) await countAttempt(me, 'extract', me.actor.personId, rate)
  await expect(issueExtract(me, site)).rejects.toMatchObject({ code: 'too-many' })
})
