/** What a closed stage must not say to those who are outside, or who were taken off its list. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { sealLog } from '#app/domain/log.server.ts'
import { readLog } from '#app/domain/notifications/reading.server.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import { membersOf, removeMember } from '#app/domain/reviews/inner/members.server.ts'
import { follow, followedByActor } from '#app/domain/reviews/news/followed.server.ts'
import { tellFollowers } from '#app/domain/reviews/news/following.server.ts'
import { versionView } from '#app/domain/reviews/queries.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { withdrawDraft } from '#app/domain/reviews/withdrawing.server.ts'
import type { Db } from '#db/client.ts'
import { drafts, notifications, people, versions } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'

const numberOf = async (db: Db, { personId }: Actor) => {
  const [row] = await db.select({ number: people.number }).from(people).where(eq(people.id, personId))
  return Number(row?.number)
}

async function tell(db: ActingCtx['db']) {
  await sealLog(db)
  const now = new Date('2026-03-02T10:00:00Z')
  const failed = (error: unknown) => {
    throw error
  }
  const each = (tx: ActingCtx['db'], entry: Parameters<typeof tellFollowers>[1]) =>
    tellFollowers(tx, entry, 'Asia/Yekaterinburg', now)
  while ((await readLog(db, 'follow', each, failed)) > 0);
}

async function closed({ given, acts, db }: { given: Given; acts: Acts; db: Db }) {
  const about = await given.discussed()
  const head = await given.developer('school')
  const school = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const member = await given.user()
  const input = { organisationId: school, circle: 'Совет', lastDay: '2026-03-12' }
  const { slug } = await convene(acts(head), about.id, {
    ...input,
    people: String(await numberOf(db, member)),
  })
  const [copy] = await db.select().from(drafts).where(eq(drafts.slug, slug))
  const id = copy?.id ?? ''
  const [version] = await db.select().from(versions).where(eq(versions.draftId, id))
  return { about, head, school, member, inner: { id, slug, versionId: version?.id ?? '', institute: head } }
}

const heard = async (db: Db, { personId }: Actor, slug: string) => {
  const rows = await db.select().from(notifications).where(eq(notifications.personId, personId))
  return rows.filter(({ address }) => address.startsWith(`/drafts/${slug}`)).map(({ kind }) => kind)
}

test('who follows a paragraph of the open draft hears nothing of the same paragraph in a closed stage', async ({
  given,
  acts,
  db,
}) => {
  const { about, member, inner } = await closed({ given, acts, db })
  const stranger = await given.user()
  const { blocks } = await versionView(acts(member), inner.id, 1)
  const unit = blocks.find(({ text }) => text.includes('трёх'))?.blockId ?? ''
  for (const one of [stranger, member]) await follow(acts(one), about.slug, { kind: 'block', id: unit }, true)
  expect(await followedByActor(acts(member))).toMatchObject([{ slug: about.slug }])

  const author = await given.user()
  await given.remark(about, { by: author, words: 'трёх', body: 'Открытое слово' })
  await given.remark(inner, { by: member, words: 'трёх', body: 'Закрытое слово' })
  await tell(db)
  expect(await heard(db, stranger, about.slug)).toEqual(['follow.remark'])
  expect(await heard(db, stranger, inner.slug)).toEqual([])
})

test('a member taken off the list hears no more; the list gives nobody a name', async ({
  given,
  acts,
  db,
}) => {
  const { head, member, inner } = await closed({ given, acts, db })
  const said = await given.remark(inner, { by: member, body: 'Моё слово' })
  expect(await membersOf(acts(head), inner.id)).toEqual([{ number: await numberOf(db, member), name: null }])
  await reply(acts(head), said.id, 'Ответ при участнике')
  const before = await heard(db, member, inner.slug)
  expect(before).toContain('remark.replied')
  await removeMember(acts(head), inner.id, await numberOf(db, member))
  await reply(acts(head), said.id, 'Ответ без участника')
  await tell(db)
  expect(await heard(db, member, inner.slug)).toEqual(before)
})

test('an organisation speaks with one voice: gathered, or at once', async ({ given, acts, db }) => {
  const { about, head, school, inner } = await closed({ given, acts, db })
  const alone = { by: head, onBehalfOfId: school, signatory: 'Директор', body: 'Без всех' }
  await expect(given.remark(about, alone)).rejects.toMatchObject({ code: 'inner-exists' })
  await expect(withdrawDraft(acts(head), inner.id, 'Не нужно', 'Решение')).rejects.toThrow()

  const other = await given.developer('school')
  const theirs = other.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  await given.remark(about, { ...alone, by: other, onBehalfOfId: theirs, body: 'Сразу' })
  const people = String(await numberOf(db, head))
  const input = { organisationId: theirs, circle: 'Совет', lastDay: '2026-03-12', people }
  await expect(convene(acts(other), about.id, input)).rejects.toMatchObject({ code: 'position-exists' })
})
