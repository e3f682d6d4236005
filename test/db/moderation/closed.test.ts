/** What a case tells of who wrote, and who has to do with words that are not for everybody. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { convene } from '#app/domain/reviews/convening.server.ts'
import { dissent } from '#app/domain/reviews/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/gathering.server.ts'
import { objectToRecord } from '#app/domain/reviews/objecting.server.ts'
import { positionsOf } from '#app/domain/reviews/positions.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { organisations, people, remarks } from '#db/schema/index.ts'
import { type Acts, type Given, test } from '#test/db/reviews/room.ts'

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
