/** Who of one's own people is invited, has answered and takes part; a reminder goes to who has not answered, not too often. */
import { and, eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import { partOf, remindInvited } from '#app/domain/desk/staff/taking-part.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { employments, engagements, notifications } from '#db/schema/index.ts'
import { test } from '#test/support/way-room.ts'

test('own people of an expertise by their answer; whose answer is waited for is reminded once in some days', async ({
  way,
  given,
  acts,
  db,
}) => {
  const panel = await given.invited()
  const members = (await given.seated(panel.id)).filter(({ standing }) => standing === 'member')
  const [one, two, stranger] = members.map(({ personId }) => personId)
  const own = [one ?? '', two ?? '']
  await db.insert(employments).values(
    own.map((personId) => ({
      ...{ personId, organisationId: way.school.id, post: 'учитель', during: '[2020-01-01,)' },
    })),
  )
  const accepts = panel.people.find(({ personId }) => personId === one)
  if (accepts) await acceptInvitation(acts(accepts), members[0]?.invitation?.id ?? '')

  for (const ctx of [way.head, way.municipality]) {
    const { people } = await partOf(ctx, 'panel', panel.id)
    expect(people.map(({ personId, state }) => [personId, state])).toEqual([
      [two, 'waits'],
      [one, 'accepted'],
    ])
  }
  expect(await remindInvited(way.head, panel.id)).toBe(1)
  const told = await db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.kind, 'invitation.reminded'),
        inArray(notifications.personId, [...own, stranger ?? '']),
      ),
    )
  expect(told.map(({ personId }) => personId)).toEqual([two])
  await expect(remindInvited(way.municipality, panel.id)).rejects.toMatchObject({ code: 'reminded-all' })

  const town = await given.municipality()
  const foreign = acts(
    await given.user({ role: 'municipality', scopeKind: 'municipality', scopeId: town.id }),
  )
  await expect(partOf(foreign, 'panel', panel.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(remindInvited(foreign, panel.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(partOf(way.organizer, 'panel', panel.id)).rejects.toMatchObject({ code: 'forbidden' })

  const draftId = panel.draft.id
  await db.insert(engagements).values({
    ...{
      personId: own[0] ?? '',
      kind: 'discussion',
      objectKind: 'draft',
      objectId: draftId,
      title: 'Проект',
    },
    ...{ role: 'author', during: '[2026-03-01,)', outcome: 'going', inRegistry: true },
    recordedAt: new Date('2026-03-01T09:00:00Z'),
  })
  expect(await partOf(way.head, 'discussion', draftId)).toMatchObject({
    ...{ title: 'Проект', people: [{ personId: one, state: 'takesPart' }] },
  })
})
