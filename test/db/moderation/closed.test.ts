/** What a case tells of who wrote, and who has to do with words that are not for everybody. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { appeal } from '#app/domain/moderation/answering.server.ts'
import { decideCase, stepIn } from '#app/domain/moderation/intervening.server.ts'
import { caseOf, queueOf } from '#app/domain/moderation/queue.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import { dissent } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { objectToRecord } from '#app/domain/reviews/remarks/objecting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { reviewRules } from '#app/domain/reviews/rules.ts'
import { hidingView } from '#app/routes/drafts.$slug.remarks.$number.hiding/hiding.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { notifications, organisations, people, remarks } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/support/database.ts'

/** A closed stage of a school about an open draft, with one remark of a member. */
async function convened({ given, acts }: { given: Given; acts: Acts }) {
  const about = await given.discussed()
  const head = await given.developer('school')
  const school = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const [member, other] = [await given.user(), await given.user()]
  const { slug } = await convene(acts(head), about.id, {
    ...{ organisationId: school, circle: 'Совет', lastDay: '2026-03-12' },
    people: `${member.number}\n${other.number}`,
  })
  const { draft: copy, current } = await draftBySlug(acts(member), slug)
  const inner = { id: copy.id, slug, versionId: current?.id ?? '', institute: head }
  const said = await given.remark(inner, { by: member, body: 'Закрытые слова' })
  return { about, head, school, member, other, inner, said }
}

test('a case names nobody whom the page does not name', async ({ given, acts, db }) => {
  const moderator = acts(await given.user({ role: 'moderator' }))
  const author = async (kind: string, id: string) =>
    (await textKinds[kind]?.shown(moderator, [id]))?.map((text) => text.author)
  const { about, head, school, member, other, inner } = await convened({ given, acts })
  for (const one of [head, member]) await giveConsent(acts(one), 'distribution')
  const by = await given.user()
  await giveConsent(acts(by), 'distribution')
  const named = await given.remark(about, { by, body: 'Под своим именем' })
  const numbered = await given.remark(about, { by, body: 'Под номером участника', shownAs: 'number' })
  const [row] = await db.select().from(remarks).where(eq(remarks.id, numbered.id))
  const [person] = await db.select().from(people).where(eq(people.id, by.personId))
  const objected = [
    await objectToRecord(acts(by), named.id, 'Сказано иначе'),
    await objectToRecord(acts(by), numbered.id, 'И тут иначе'),
  ]
  expect(await author('objection', objected[0] ?? '')).toEqual([
    expect.stringContaining(person?.familyName ?? '-'),
  ])
  expect(await author('objection', objected[1] ?? '')).toEqual([String(row?.participantNumber)])

  const words = { kind: 'criticism', weight: 'editorial', body: 'Позиция', replacement: '' } as const
  await gatherItem(acts(head), inner.id, { ...words, grounds: '', remarks: [1], place: 1 })
  await dissent(acts(member), inner.id, 'Мнение под именем')
  await dissent(acts(other), inner.id, 'Мнение без имени')
  await signPosition(acts(head), inner.id, 'Директор')
  const [position] = await positionsOf(moderator, about.id)
  const [organisation] = await db.select().from(organisations).where(eq(organisations.id, school))
  expect(await author('position', position?.id ?? '')).toEqual([organisation?.shortName])
  const [open, silent] = position?.dissents ?? []
  expect(await author('dissent', open?.id ?? '')).toEqual([open?.name])
  expect(await author('dissent', silent?.id ?? '')).toEqual([''])
})

test('of a case of a closed stage only those are told who may know of it, and an appeal there is heard', async ({
  given,
  acts,
  db,
}) => {
  const outsider = await given.user({ role: 'moderator' })
  const { head, school, member, other, inner, said } = await convened({ given, acts })
  const told = async () =>
    (await db.select().from(notifications).where(eq(notifications.kind, 'case.opened'))).map(
      ({ personId }) => personId,
    )
  await report(acts(other), textKinds, { kind: 'remark', id: said.id }, { reason: 'insult' })
  expect(await told()).toEqual([head.personId])
  const hide = { step: 'hide', reason: 'insult' } as const
  const [row] = (await queueOf(acts(head), textKinds, {})).rows
  const step = await decideCase(acts(head), textKinds, row?.id ?? '', hide)
  await appeal(acts(member), textKinds, step, 'Это по делу')
  expect(await told()).not.toContain(outsider.personId)
  const [appealed] = (await queueOf(acts(head), textKinds, {})).rows
  expect((await caseOf(acts(head), textKinds, appealed?.id ?? '')).denial).toBeNull()
  // somebody else of the school who could hear it has to
  const second = await given.developer('school', school)
  const pass = { step: 'pass', words: 'Оставлено' } as const
  await expect(decideCase(acts(head), textKinds, appealed?.id ?? '', pass)).rejects.toMatchObject({
    code: 'appeal-another',
  })
  await decideCase(acts(second), textKinds, appealed?.id ?? '', pass)
  expect((await threadOf(acts(other), inner.id, 1)).remark).toMatchObject({ body: 'Закрытые слова' })
})

test('who holds closed stages moderates nothing else of the organisation', async ({ given, acts }) => {
  const head = await given.developer('school')
  const school = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const draft = await given.discussed({ by: await given.developer('institute', school) })
  const ref = { kind: 'remark', id: (await given.remark(draft, { body: 'Открытые слова' })).id }
  await report(acts(await given.user()), textKinds, ref, { reason: 'insult' })
  expect((await queueOf(acts(head), textKinds, {})).rows).toEqual([])
  const hide = { step: 'hide', reason: 'insult' } as const
  await expect(stepIn(acts(head), textKinds, ref, hide)).rejects.toMatchObject({ code: 'forbidden' })
  const { facts } = await draftBySlug(acts(head), draft.slug)
  expect(reviewRules.moderate(head, facts)).toBe('forbidden')
  await stepIn(acts(await given.user({ role: 'moderator' })), textKinds, ref, hide)
  expect((await threadOf(acts(head), draft.id, 1)).remark).toMatchObject({ body: '', veil: 'hidden' })
})

test('who shows hidden words again sees them, whose they are, and why they were hidden', async ({
  given,
  acts,
}) => {
  const moderator = acts(await given.user({ role: 'moderator' }))
  const view = (ref: Parameters<typeof hidingView>[1]) =>
    hidingView({ ctx: moderator, t: messagesOf('ru'), locale: 'ru' }, ref)
  const { about, head, member, inner } = await convened({ given, acts })
  const words = { kind: 'criticism', weight: 'editorial', body: 'Общее', replacement: '' } as const
  await gatherItem(acts(head), inner.id, { ...words, grounds: '', remarks: [1], place: 1 })
  await dissent(acts(member), inner.id, 'Мнение с грубостью')
  await signPosition(acts(head), inner.id, 'Директор с грубостью')
  const by = await given.user()
  const { id } = await given.remark(about, { by, body: 'Записано не то' })
  const objection = await objectToRecord(acts(by), id, 'Возражение с грубостью')
  const [position] = await positionsOf(moderator, about.id)
  for (const ref of [
    { kind: 'objection', id: objection },
    { kind: 'position', id: position?.id ?? '' },
    { kind: 'dissent', id: position?.dissents[0]?.id ?? '' },
  ] as const) {
    expect(await view({ ...ref, veil: null })).toMatchObject({ hidden: false, steps: [] })
    const why = { step: 'hide', reason: 'insult', words: 'Грубо' } as const
    await stepIn(moderator, textKinds, ref, why)
    const shown = await view({ ...ref, veil: 'hidden' })
    expect(shown).toMatchObject({ hidden: true, steps: [{ step: 'hidden', words: 'Грубо' }] })
    expect(shown.text.body).toContain('с грубостью')
    expect([shown.text.author, shown.steps[0]?.reason]).not.toContain('')
  }
  // a page that shows nothing of them still names what is to be shown
  const [covered] = await positionsOf(moderator, about.id)
  expect([covered?.signatory, covered?.dissents[0]?.body]).toEqual(['', ''])
})
