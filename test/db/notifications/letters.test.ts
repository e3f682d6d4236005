/** Letters of news: chosen ways, digests, nothing hidden at the moment of sending, and one click that ends them. */
import { and, desc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import type { WorkServices } from '#app/domain/files/working.server.ts'
import { sealLog } from '#app/domain/log.server.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { chooseLetters } from '#app/domain/notifications/choosing.server.ts'
import { composeLetter } from '#app/domain/notifications/composing.server.ts'
import { writeDigests } from '#app/domain/notifications/digesting.server.ts'
import { leaveLetters, leavePath } from '#app/domain/notifications/leaving.server.ts'
import { writeForNotice } from '#app/domain/notifications/mailing.server.ts'
import { readLog } from '#app/domain/notifications/reading.server.ts'
import { follow } from '#app/domain/reviews/news/followed.server.ts'
import { tellFollowers } from '#app/domain/reviews/news/following.server.ts'
import { reviewGlimpses } from '#app/domain/reviews/news/glimpsing.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { mails, notifications } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const NOW = new Date('2026-03-02T09:00:00Z') // 14:00 in the instance's zone
const siteOf = (db: ActingCtx['db']) =>
  ({
    owner: { db },
    zone: 'Asia/Yekaterinburg',
    config: { publicUrl: 'https://site.test', smtpUrl: undefined, dataDir: '/nowhere' },
  }) as unknown as WorkServices

/** Seals the log, tells followers, and looks at each notice once, as the worker does. */
async function work(db: ActingCtx['db']) {
  await sealLog(db)
  while (
    (await readLog(
      db,
      'follow',
      (tx, entry) => tellFollowers(tx, entry, 'Asia/Yekaterinburg', NOW),
      (e) => {
        throw e
      },
    )) > 0
  );
  for (const { id } of await db.select().from(notifications))
    await writeForNotice(siteOf(db), db, id, reviewGlimpses, NOW)
}
const lettersTo = (db: ActingCtx['db'], { personId }: Actor) =>
  db.select().from(mails).where(eq(mails.personId, personId)).orderBy(desc(mails.id))

test('a digest is one letter a day, grouped by document with its deadline; hidden words are not in it', async ({
  given,
  acts,
  db,
}) => {
  const [reader, moderator] = [await given.user(), await given.user({ role: 'moderator' })]
  const draft = await given.discussed()
  await follow(acts(reader), draft.slug, { kind: 'draft', id: draft.id }, true)
  await given.remark(draft, { body: 'Новость <b>первая</b>' })
  await given.remark(draft, {
    kind: 'proposal',
    way: 'remove',
    replacement: '',
    words: 'Заключительные',
    body: 'Лишнее',
  })
  const bad = await given.remark(draft, { body: 'Слова, которые скроют' })
  const late = await given.remark(draft, { body: 'Слова, которые скроют позже' })
  await work(db)
  expect(await lettersTo(db, reader)).toEqual([])
  await stepIn(acts(moderator), textKinds, { kind: 'remark', id: bad.id }, { step: 'hide', reason: 'insult' })
  expect(await writeDigests(siteOf(db), db, reviewGlimpses, new Date('2026-03-02T01:00:00Z'))).toBe(0)
  await Promise.all([1, 2].map(() => writeDigests(siteOf(db), db, reviewGlimpses, NOW)))
  const letters = await lettersTo(db, reader)
  expect(letters).toHaveLength(1)
  const [letter] = letters
  expect(letter?.body).toContain('Приём до 12.03.2026 включительно')
  expect(letter?.body).toContain('Новость <b>первая</b>')
  // of a removal the words that go are told
  expect(letter?.body).toContain('исключить слова «Заключительные»')
  expect(letter?.html).toContain('Новость &lt;b&gt;первая&lt;/b&gt;')
  expect(letter?.body).not.toContain('Слова, которые скроют\n')
  const order = ['скроют позже', 'первая'].map((words) => letter?.body.indexOf(words) ?? -1)
  expect(order[0]).toBeGreaterThan(0)
  expect(order[0]).toBeLessThan(order[1] ?? 0)
  // What is hidden after the letter was written is gone from it when it is sent.
  await stepIn(
    acts(moderator),
    textKinds,
    { kind: 'remark', id: late.id },
    { step: 'hide', reason: 'insult' },
  )
  const of = { leave: letter?.leave ?? '', digest: true, glimpses: reviewGlimpses, now: NOW }
  const sent = await composeLetter(siteOf(db), db, letter?.notices ?? [], of)
  expect(`${sent?.body}${sent?.html}`).not.toContain('скроют')
  expect(sent?.body).toContain('первая')
})

test('letters at once carry a way out that ends them without signing in, and only them', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  await reply(acts(await given.user()), id, 'Первый ответ')
  await work(db)
  const [letter] = await lettersTo(db, author)
  expect(letter?.body).toContain('Первый ответ')
  const token = /\/unsubscribe\/([\w-]+)/.exec(letter?.leave ?? '')?.[1] ?? ''
  const forged = `${token.slice(0, -4)}AAAA`
  await expect(leaveLetters(as(null), forged, 'a')).rejects.toMatchObject({ code: 'token-dead' })
  await leaveLetters(as(null), token, 'a')
  await leaveLetters(as(null), token, 'a')
  await reply(acts(await given.user()), id, 'Второй ответ')
  await work(db)
  expect(await lettersTo(db, author)).toHaveLength(1)
  const mine = and(eq(notifications.personId, author.personId), eq(notifications.kind, 'remark.replied'))
  expect(await db.select().from(notifications).where(mine)).toHaveLength(2)
  const other = await given.remark(draft, { by: author, words: 'Заключительные', body: 'Другое замечание' })
  await reply(acts(await given.user()), other.id, 'Ответ на другое')
  await leaveLetters(as(null), token, 'a', true)
  await reply(acts(await given.user()), id, 'Третий ответ')
  await work(db)
  expect(await lettersTo(db, author)).toHaveLength(3)
})

test('whoever left a thread hears no more of it; a topic may be switched off, duties may not', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  await follow(acts(author), draft.slug, { kind: 'remark', id }, false)
  await reply(acts(await given.user()), id, 'Никто не услышит')
  const told = await db.select().from(notifications).where(eq(notifications.personId, author.personId))
  expect(told).toEqual([])
  await chooseLetters(acts(author), { answers: 'never', work: 'never' })
  const path = await leavePath(db, author.personId, 'topic:work')
  await leaveLetters({ ...acts(author), actor: null }, path.slice('/unsubscribe/'.length), 'b')
  await follow(acts(author), draft.slug, { kind: 'remark', id }, true)
  await reply(acts(await given.user()), id, 'В уведомлениях, но не письмом')
  await work(db)
  expect(await lettersTo(db, author)).toEqual([])
  expect(
    await db.select().from(notifications).where(eq(notifications.personId, author.personId)),
  ).toHaveLength(1)
})

test('a hostile name or title begins no header and no tag', async ({ given, acts, db }) => {
  const { author } = await given.remark(await given.discussed())
  const notice = { objectKind: 'panel', objectId: author.personId, address: '/cabinet' }
  const { notify } = await import('#app/domain/notifications/notifying.server.ts')
  const { atomically } = await import('#app/domain/ctx.ts')
  const title = 'Приказ\r\nBcc: all@test.example\u202e<img src=x onerror=alert(1)>'
  await atomically(acts(await given.user()), (ctx) =>
    notify(ctx, author.personId, 'panel.cancelled', { ...notice, facts: { title } }),
  )
  await work(db)
  const [letter] = await lettersTo(db, author)
  expect(letter?.subject).not.toMatch(/[\r\n\u202e]/)
  expect(letter?.html).not.toContain('<img')
  expect(letter?.html).toContain('&lt;img')
})
