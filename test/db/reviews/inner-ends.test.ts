/** How a closed stage comes out: whose opinion waits for a check, who decides about it, and what the end of the open stage does. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { appeal } from '#app/domain/moderation/answering.server.ts'
import { decideCase, stepIn } from '#app/domain/moderation/intervening.server.ts'
import { ownInterventions, queueOf } from '#app/domain/moderation/queue.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { prolongStage } from '#app/domain/reviews/course/prolonging.server.ts'
import { tellTerms } from '#app/domain/reviews/course/reminding.server.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import { dissent, dissentsOf, withdrawDissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { endLapsed } from '#app/domain/reviews/inner/lapsing.server.ts'
import { addMembers, removeMember } from '#app/domain/reviews/inner/members.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { loader as conveningPage } from '#app/routes/drafts.$slug.inner/route.tsx'
import { textKinds } from '#app/web/texts.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { Db } from '#db/client.ts'
import { dissents, innerDiscussions, notifications } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'

const ITEM = { kind: 'criticism', weight: 'editorial', replacement: '', grounds: '' } as const
const HIDE = { step: 'hide', reason: 'insult' } as const

/** An open draft and a school that discusses it closed: its head, an old member and a newcomer, one remark. */
async function stage({ given, acts, body }: { given: Given; acts: Acts; body: string }) {
  const about = await given.discussed()
  const head = await given.developer('school')
  const school = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const member = await given.user()
  const fresh = await given.user({ emailConfirmed: false })
  const again = {
    ...{ organisationId: school, circle: 'Совет', lastDay: '2026-03-11' },
    people: `${member.number} ${fresh.number}`,
  }
  const { slug } = await convene(acts(head), about.id, again)
  const { draft, current } = await draftBySlug(acts(member), slug)
  const inner = { id: draft.id, slug, versionId: current?.id ?? '', institute: head }
  await given.remark(inner, { by: member, body })
  await gatherItem(acts(head), inner.id, { ...ITEM, body: 'Общее слово', remarks: [1], place: 'document' })
  return { about, head, member, fresh, inner, again }
}

const queue = async (ctx: ActingCtx) => (await queueOf(ctx, textKinds, {})).rows

test('an opinion of a newcomer waits for the moderators of the open stage, who also get what was not decided within', async ({
  given,
  acts,
  as,
  db,
}) => {
  const { about, head, member, fresh, inner } = await stage({ given, acts, body: 'Слово совета' })
  const moderator = acts(await given.user({ role: 'moderator' }))
  await dissent(acts(fresh), inner.id, 'Слова новичка')
  await dissent(acts(member), inner.id, 'Слова давнего участника')
  const within = await dissentsOf(acts(head), inner.id)
  // known within, so nothing waits there
  expect(within.map(({ body, veil }) => [body, veil])).toEqual([
    ['Слова новичка', null],
    ['Слова давнего участника', null],
  ])
  const old = { kind: 'dissent', id: within[1]?.id ?? '' }
  await report(acts(fresh), textKinds, old, { reason: 'insult' })
  expect([await queue(moderator), await queue(acts(head))]).toMatchObject([[], [{ kind: 'dissent' }]])

  await signPosition(acts(head), inner.id, 'Директор')
  expect((await draftBySlug(acts(head), inner.slug)).stages).toMatchObject([{ lastDay: '2026-03-02' }])
  expect(await queue(acts(head))).toEqual([])
  const cases = await queue(moderator)
  expect(cases.map(({ origin, text }) => [origin, text.body]).sort()).toEqual([
    ['newcomer', 'Слова новичка'],
    ['report', 'Слова давнего участника'],
  ])
  const called = await db.select().from(notifications).where(eq(notifications.kind, 'case.opened'))
  const mine = called.filter(({ personId }) => personId === moderator.actor.personId)
  expect(mine.map(({ objectId }) => objectId).sort()).toEqual(cases.map(({ id }) => id).sort())

  const seen = async (ctx = as(null)) => (await positionsOf(ctx, about.id))[0]?.dissents
  expect(await seen()).toMatchObject([{ body: '', veil: 'held' }, { body: 'Слова давнего участника' }])
  expect(await seen(acts(fresh))).toMatchObject([{ body: 'Слова новичка', own: true }, { veil: null }])
  const held = cases.find(({ origin }) => origin === 'newcomer')?.id ?? ''
  await expect(decideCase(acts(head), textKinds, held, { step: 'pass' })).rejects.toThrow()
  await decideCase(moderator, textKinds, held, { step: 'pass' })
  expect(await seen()).toMatchObject([{ body: 'Слова новичка', veil: null }, {}])
})

test('a hidden opinion that is taken back leaves its trace, and nothing new stands in its place', async ({
  given,
  acts,
  db,
}) => {
  const { about, head, member, fresh, inner } = await stage({ given, acts, body: 'Слово кафедры' })
  await dissent(acts(member), inner.id, 'Грубые слова')
  await dissent(acts(fresh), inner.id, 'Передумаю ещё')
  const [rude] = await dissentsOf(acts(head), inner.id)
  await stepIn(acts(head), textKinds, { kind: 'dissent', id: rude?.id ?? '' }, HIDE)
  await withdrawDissent(acts(member), inner.id)
  await expect(withdrawDissent(acts(member), inner.id)).rejects.toMatchObject({ code: 'not-found' })
  const [row] = await db
    .select()
    .from(dissents)
    .where(eq(dissents.id, rude?.id ?? ''))
  expect(row).toMatchObject({ body: 'Грубые слова', veil: 'hidden', hideCode: 'insult' })
  expect(row?.withdrawnAt).not.toBeNull()
  await expect(dissent(acts(member), inner.id, 'Те же слова')).rejects.toMatchObject({
    code: 'dissent-covered',
  })
  const { rows } = await ownInterventions(acts(member), textKinds)
  expect(rows).toMatchObject([{ step: 'hidden', text: { withdrawn: true, body: '' } }])
  await expect(appeal(acts(member), textKinds, rows[0]?.id ?? '', 'Зря')).rejects.toThrow()

  await withdrawDissent(acts(fresh), inner.id)
  expect(await dissentsOf(acts(head), inner.id)).toEqual([])
  await signPosition(acts(head), inner.id, 'Директор')
  expect((await positionsOf(acts(member), about.id))[0]?.dissents).toEqual([])
  const open = await queue(acts(await given.user({ role: 'moderator' })))
  expect(open.filter(({ text }) => text.body !== 'Слова давнего участника')).toEqual([])
})

test('who said nothing in a closed stage is reminded of it, too', async ({ given, acts, db }) => {
  const { fresh, inner } = await stage({ given, acts, body: 'Слово отдела' })
  await tellTerms({ db, actor: null, now: new Date('2026-03-10T09:00:00Z'), zone: 'Asia/Yekaterinburg' })
  expect(await told(db, fresh.personId, inner.slug)).toContain('stage.closing')
  await cancelDiscussion(acts(inner.institute), inner.id, { reason: 'Собрались иначе', ground: 'Решение' })
  expect(await told(db, fresh.personId, inner.slug)).toContain('discussion.cancelled')
})

test('a closed stage ends with the open one: everybody within is warned before, and told what was lost after', async ({
  given,
  acts,
  db,
}) => {
  const { about, head, member, fresh, inner, again } = await stage({ given, acts, body: 'Слово школы' })
  const outsider = await given.developer('school')
  const run = (now: string) => tellTerms({ db, actor: null, now: new Date(now), zone: 'Asia/Yekaterinburg' })
  const heard = async () => {
    const lists = [head, member, fresh, outsider].map(({ personId }) => told(db, personId, inner.slug))
    return (await Promise.all(lists)).map((kinds) => kinds.filter((kind) => kind.startsWith('inner.')))
  }
  await run('2026-03-09T09:00:00Z')
  expect(await heard()).toEqual([['inner.closing'], ['inner.closing'], ['inner.closing'], []])
  // longer than the open stage it cannot last
  const [own] = (await draftBySlug(acts(head), inner.slug)).stages
  const later = { stageId: own?.id ?? '', lastDay: '2026-03-13', reason: 'Не успели' }
  await expect(prolongStage(acts(head), inner.id, later)).rejects.toMatchObject({ code: 'inner-late' })

  const over = '2026-03-12T19:01:00Z'
  // the terms judge, not the run of a job
  expect((await draftBySlug(acts(member, over), inner.slug)).facts).toMatchObject({ inner: 'lost' })
  for (const late of [
    () => signPosition(acts(head, over), inner.id, 'Директор'),
    () => dissent(acts(member, over), inner.id, 'Поздно'),
    () => gatherItem(acts(head, over), inner.id, { ...ITEM, body: 'Ещё', remarks: [1], place: 'document' }),
  ])
    await expect(late()).rejects.toMatchObject({ code: 'inner-lost' })
  await Promise.all([run(over), run(over)])
  await run(over)
  const all = ['inner.closing', 'inner.lost']
  expect(await heard()).toEqual([all, all, all, []])
  const [row] = await db.select().from(innerDiscussions).where(eq(innerDiscussions.draftId, inner.id))
  expect(row?.endedAt).not.toBeNull()
  expect((await draftBySlug(acts(member, over), inner.slug)).facts).toMatchObject({ inner: 'lost' })
  // nobody is called any more, and who leaves the school is taken off the list all the same
  await expect(addMembers(acts(head, over), inner.id, String(outsider.number))).rejects.toMatchObject({
    code: 'inner-lost',
  })
  await removeMember(acts(head, over), inner.id, Number(fresh.number))
  await expect(draftBySlug(acts(fresh, over), inner.slug)).rejects.toMatchObject({ code: 'not-found' })
  await expect(convene(acts(head, over), about.id, again)).rejects.toMatchObject({
    code: 'discussion-closed',
  })
})

test('a summary or a cancelled discussion ends what is not signed; what is signed or called off is not lost', async ({
  given,
  acts,
  db,
}) => {
  const [cut, signed, off] = [
    await stage({ given, acts, body: 'Слово лицея' }),
    await stage({ given, acts, body: 'Слово гимназии' }),
    await stage({ given, acts, body: 'Слово интерната' }),
  ]
  await signPosition(acts(signed.head), signed.inner.id, 'Директор')
  const why = { reason: 'Проект отозван', ground: 'Приказ № 1' }
  await cancelDiscussion(acts(off.head), off.inner.id, why)
  await cancelDiscussion(acts(cut.about.institute), cut.about.id, why)
  await publishSummary(acts(signed.about.institute), signed.about.id, { unansweredReason: 'Проба' })
  expect(
    await endLapsed({ db, actor: null, now: new Date('2026-03-02T10:00:00Z'), zone: 'Asia/Yekaterinburg' }),
  ).toBe(1)
  const lost = async ({ head, inner }: typeof cut) =>
    (await told(db, head.personId, inner.slug)).includes('inner.lost')
  expect([await lost(cut), await lost(signed), await lost(off)]).toEqual([true, false, false])
})

test('after the open stage whoever speaks still sees what was held, and why nobody is called any more', async ({
  given,
  acts,
  as,
}) => {
  const { about, head, inner } = await stage({ given, acts, body: 'Слово школы' })
  const seen = (ctx: Ctx) => {
    const visit = { ...ctx, actor: ctx.actor, ended: false, locale: 'ru', cookies: [], address: '' }
    const context = { visit, services: { web: { db: ctx.db } } }
    const request = new Request('http://site.test/drafts/x/inner')
    return conveningPage({ request, params: { slug: about.slug }, context } as never)
  }
  expect(await seen(acts(head))).toMatchObject({ denial: null, held: [{ slug: inner.slug }] })
  await publishSummary(acts(about.institute), about.id, { unansweredReason: 'Проба' })
  expect(await seen(acts(head))).toMatchObject({
    denial: messagesOf('ru').problems['summary-published'],
    held: [{ slug: inner.slug }],
  })
  await expect(seen(acts(await given.user()))).rejects.toMatchObject({ init: { status: 403 } })
  await expect(seen(as(null))).rejects.toMatchObject({ status: 302 })
})

async function told(db: Db, personId: string, slug: string): Promise<string[]> {
  const rows = await db.select().from(notifications).where(eq(notifications.personId, personId))
  return rows.filter(({ address }) => address.includes(slug)).map(({ kind }) => kind)
}
