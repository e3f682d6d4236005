/** Closed stages inside an organisation: who may know of them, what comes of them, and what never leaves. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { viewerOf } from '#app/domain/ctx.ts'
import { decideCase } from '#app/domain/moderation/intervening.server.ts'
import { queueOf } from '#app/domain/moderation/queue.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { convene, innerOf } from '#app/domain/reviews/inner/convening.server.ts'
import { dissent, dissentsOf, withdrawDissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { dropItem, gatherItem, type ItemInput, itemsOf } from '#app/domain/reviews/inner/gathering.server.ts'
import { addMembers, membersOf, removeMember } from '#app/domain/reviews/inner/members.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { remarkFeed } from '#app/domain/reviews/news/feeding.server.ts'
import { newsOf } from '#app/domain/reviews/news/news.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Db } from '#db/client.ts'
import { engagements, notifications, people } from '#db/schema/index.ts'
import { searchAll } from '#search/engine.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'
import { closedStage, numberOf, SECRET } from './closed-stage.ts'

const words = messagesOf('ru')
const item = (over: Partial<ItemInput> & Pick<ItemInput, 'remarks'>): ItemInput => ({
  ...{ kind: 'criticism', weight: 'substantive', body: 'Слова организации', replacement: '', grounds: '' },
  ...{ place: 'document' },
  ...over,
})

/** The same with the open draft it is about. */
async function convened(at: { given: Given; acts: Acts; db: Db }) {
  const about = await at.given.discussed()
  return { about, ...(await closedStage(at, about)) }
}

test('only those who were called, and who speaks for the organisation, know of a closed stage', async ({
  given,
  acts,
  as,
  db,
}) => {
  const { about, head, member, other, inner } = await convened({ given, acts, db })
  for (const one of [member, head]) {
    expect((await draftBySlug(acts(one), inner.slug)).draft.id).toBe(inner.id)
    const { remarks } = await versionView(acts(one), inner.id, 1)
    expect(remarks.map(({ body }) => body)).toEqual([`Замечание ${SECRET}`])
  }
  expect(await innerOf(acts(head), about.id)).toMatchObject([{ slug: inner.slug, endedAt: null }])
  const outsiders = [
    as(null),
    acts(await given.user()),
    acts(await given.developer('school')),
    acts(about.institute),
    acts(await given.user({ role: 'moderator' })),
  ]
  for (const ctx of outsiders) {
    for (const read of [
      () => draftBySlug(ctx, inner.slug),
      () => threadOf(ctx, inner.id, 1),
      () => summaryShown(ctx, inner.slug, words),
      () => positionsOf(ctx, inner.id),
      () => remarkFeed(ctx, 'https://site.test', inner.slug),
    ])
      await expect(read()).rejects.toMatchObject({ code: 'not-found' })
    expect((await newsOf(ctx, new Map([[inner.slug, 0]]))).size).toBe(0)
    expect((await listDrafts(ctx, {})).rows.map(({ slug }) => slug)).not.toContain(inner.slug)
    const { groups } = await searchAll(db, viewerOf(ctx), 'Педагогический совет')
    expect(JSON.stringify(groups)).not.toContain(inner.slug)
    const open = JSON.stringify([
      await versionView(ctx, about.id, 1),
      (await remarkFeed(ctx, 'https://site.test', about.slug)).body,
    ])
    expect(open).not.toContain(SECRET)
  }
  // the biography of an expert is public
  expect(await db.select().from(engagements).where(eq(engagements.objectId, inner.id))).toEqual([])
  // words of the closed stage are told to nobody outside
  const told = await db.select().from(notifications)
  const insiders = [member, other].map(({ personId }) => personId)
  const reached = told.filter(({ address }) => address.includes(inner.slug)).map(({ personId }) => personId)
  expect([...new Set(reached)].sort()).toEqual(insiders.sort())
})

test('a member who is taken off the list no longer knows of it; the list is for who calls them', async ({
  given,
  acts,
  db,
}) => {
  const { head, member, other, inner } = await convened({ given, acts, db })
  expect(await membersOf(acts(head), inner.id)).toHaveLength(2)
  const late = await given.user()
  await expect(addMembers(acts(member), inner.id, await numberOf(db, late))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(addMembers(acts(head), inner.id, '999999999')).rejects.toMatchObject({ field: 'people' })
  expect(await addMembers(acts(head), inner.id, await numberOf(db, late))).toBe(1)
  expect(await addMembers(acts(head), inner.id, await numberOf(db, late))).toBe(0)
  await removeMember(acts(head), inner.id, Number(await numberOf(db, other)))
  await expect(draftBySlug(acts(other), inner.slug)).rejects.toMatchObject({ code: 'not-found' })
  await expect(given.remark(inner, { by: other, body: 'Ещё' })).rejects.toMatchObject({ code: 'not-found' })
})

test('one at a time, only for whom one speaks, not longer than the open stage; called off it may begin anew', async ({
  given,
  acts,
  db,
}) => {
  const { about, head, school, member, inner } = await convened({ given, acts, db })
  const again = {
    organisationId: school,
    circle: 'Совет',
    lastDay: '2026-03-12',
    people: await numberOf(db, member),
  }
  await expect(convene(acts(head), about.id, again)).rejects.toMatchObject({ code: 'inner-exists' })
  await expect(convene(acts(member), about.id, again)).rejects.toMatchObject({
    code: 'not-your-organisation',
  })
  await expect(convene(acts(head), about.id, { ...again, lastDay: '2026-03-16' })).rejects.toMatchObject({
    code: 'inner-late',
  })
  await expect(convene(acts(head), inner.id, again)).rejects.toMatchObject({ code: 'inner-closed' })
  await cancelDiscussion(acts(head), inner.id, { reason: 'Собрались иначе', ground: 'Решение совета' })
  expect((await convene(acts(head), about.id, again)).slug).not.toBe(inner.slug)
})

test('the gathered position enters the open stage as one, with what its people think otherwise beside it', async ({
  given,
  acts,
  as,
  db,
}) => {
  const { about, head, member, other, inner } = await convened({ given, acts, db })
  const mine = acts(head)
  const second = await given.remark(inner, { by: other, words: 'открытой части', body: `Второе ${SECRET}` })
  await expect(gatherItem(acts(member), inner.id, item({ remarks: [1] }))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(gatherItem(mine, inner.id, item({ remarks: [] }))).rejects.toMatchObject({
    code: 'inner-remarks',
  })
  await expect(gatherItem(mine, inner.id, item({ remarks: [1, 77] }))).rejects.toMatchObject({
    code: 'inner-remarks',
  })
  await expect(signPosition(mine, inner.id, 'Директор')).rejects.toMatchObject({ code: 'inner-empty' })
  const wording = { kind: 'proposal', replacement: 'экспертный лист по форме', place: 1 } as const
  const first = await gatherItem(mine, inner.id, item({ remarks: [1, second.number], ...wording }))
  const spare = await gatherItem(mine, inner.id, item({ remarks: [2], body: 'Лишнее' }))
  await dropItem(mine, inner.id, spare)
  await gatherItem(mine, inner.id, item({ remarks: [2], body: 'О документе в целом' }))
  await gatherItem(mine, inner.id, { ...item({ remarks: [1, 2], ...wording }), body: 'Уточнено' }, first)
  expect(await itemsOf(mine, inner.id)).toMatchObject([
    { body: 'Уточнено', stands: [1, 2], general: false, exact: 'экспертный лист' },
    { body: 'О документе в целом', stands: [2], general: true },
  ])
  await giveConsent(acts(member), 'distribution')
  await dissent(acts(member), inner.id, 'Черновик мнения')
  await dissent(acts(member), inner.id, 'Срок нужно не уточнить, а убрать')
  await dissent(acts(other), inner.id, 'Передумаю')
  await withdrawDissent(acts(other), inner.id)
  await dissent(acts(other), inner.id, 'Мнение без имени')
  expect(await dissentsOf(mine, inner.id)).toHaveLength(2)
  await expect(dissent(acts(await given.user()), inner.id, 'Чужой')).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(signPosition(acts(member), inner.id, 'Я сам')).rejects.toMatchObject({ code: 'forbidden' })

  await given.remark(about, { body: 'Замечание человека' })
  expect(await signPosition(mine, inner.id, 'Директор А. Л. Берёзкина')).toEqual([2, 3])
  const [position] = await positionsOf(as(null), about.id)
  expect(position).toMatchObject({ signatory: 'Директор А. Л. Берёзкина', remarks: [2, 3] })
  const name = (await db.select().from(people).where(eq(people.id, member.personId)))[0]?.familyName ?? '-'
  expect(position?.dissents.map(({ body, name: by }) => [body, by])).toEqual([
    ['Срок нужно не уточнить, а убрать', expect.stringContaining(name)],
    ['Мнение без имени', null],
  ])
  const { remarks } = await versionView(as(null), about.id, 1)
  expect(remarks.map(({ position, body, exact, general }) => [position, body, exact, general])).toEqual([
    [false, 'Замечание человека', 'экспертный лист', false],
    [true, 'Уточнено', 'экспертный лист', false],
    [true, 'О документе в целом', '', true],
  ])
  // over: nothing is said or signed there any more
  await expect(given.remark(inner, { by: member, body: 'Опоздал' })).rejects.toMatchObject({
    code: 'inner-ended',
  })
  await expect(signPosition(mine, inner.id, 'Снова')).rejects.toMatchObject({ code: 'inner-ended' })
  await expect(withdrawDissent(acts(other), inner.id)).rejects.toMatchObject({ code: 'inner-ended' })

  const { rows } = await listDrafts(as(null), {})
  expect(rows.find(({ slug }) => slug === about.slug)).toMatchObject({ remarks: 3, people: 1 })
  await publishSummary(acts(about.institute), about.id, { unansweredReason: 'Проба' })
  const shown = await summaryShown(as(null), about.slug, words)
  const dissents = shown.rows.map(({ remarkNumber, dissents }) => [remarkNumber, dissents.length])
  expect(dissents.sort()).toEqual([
    [1, 0],
    [2, 0],
    [3, 2],
  ])
  const all = JSON.stringify(shown)
  expect(all).toContain(`Особое мнение (${name}`)
  expect(all).toContain('участник закрытого обсуждения')
  expect(all).not.toContain(SECRET)
})

test('words of a closed stage are moderated by whose stage it is; nobody outside has the case', async ({
  given,
  acts,
  db,
}) => {
  const { head, other, inner, said } = await convened({ given, acts, db })
  await report(acts(other), textKinds, { kind: 'remark', id: said.id }, { reason: 'insult' })
  const outside = acts(await given.user({ role: 'moderator' }))
  expect((await queueOf(outside, textKinds, {})).rows).toEqual([])
  const [row] = (await queueOf(acts(head), textKinds, {})).rows
  expect(row).toMatchObject({ kind: 'remark', text: { body: `Замечание ${SECRET}` } })
  await decideCase(acts(head), textKinds, row?.id ?? '', { step: 'hide', reason: 'insult' })
  expect((await threadOf(acts(other), inner.id, 1)).remark).toMatchObject({ body: '', veil: 'hidden' })
  await expect(gatherItem(acts(head), inner.id, item({ remarks: [1] }))).rejects.toMatchObject({
    code: 'inner-remarks',
  })
})
