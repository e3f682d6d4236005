/** Until the order nobody who has seen works by name reads them by code, and nothing public joins an expert with a code. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { conflictsByNumber } from '#app/domain/panels/conflicts/queries.server.ts'
import { blindWork, expertFile } from '#app/domain/panels/contests/blind.server.ts'
import { worksOf } from '#app/domain/panels/contests/queries.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { recordAnswer } from '#app/domain/panels/invitations/recording.server.ts'
import { listPanels } from '#app/domain/panels/queries.server.ts'
import { contests, employments, engagements, panels, seats } from '#db/schema/index.ts'
import { approved, askedOf } from '#test/support/contest-course.ts'
import { after, coded, contestRoom } from '#test/support/contest-room.ts'
import { test } from '#test/support/database.ts'

test('a coded work is read by its experts who signed; by who holds the contest only when names are open', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const [work] = await coded(room, 1)
  const [one, two] = (await given.experts(2, [room.direction])) as [Actor, Actor]
  await approved(room, database)
  const [panel] = await db
    .select({ id: panels.id, number: panels.number, code: panels.subject })
    .from(panels)
    .innerJoin(seats, eq(seats.panelId, panels.id))
    .where(eq(seats.personId, one.personId))
  const number = panel?.number ?? 0
  const staff = [room.holder, room.secretary, await given.user({ role: 'operator', scopeKind: 'region' })]
  for (const reader of staff) {
    await expect(blindWork(acts(reader, after), number)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(expertFile(acts(reader, after), number, 1)).rejects.toMatchObject({ code: 'forbidden' })
    const listed = (await listPanels(acts(reader, after))).page.find((row) => row.number === number)
    expect(listed?.object.href).toBeNull()
  }
  const row = (await worksOf(acts(room.holder, after), room.number)).coded[0]
  expect(Object.keys(row ?? {}).sort()).toEqual(['asked', 'code', 'nomination', 'sent'])

  const idOf = async (person: Actor) => (await askedOf(db, room, person.personId))[0]?.id ?? ''
  await acceptInvitation(acts(one, after), await idOf(one))
  expect((await blindWork(acts(one, after), number)).code).toBe(panel?.code)
  const answer = { answer: 'accepted', channel: 'phone', answeredOn: '2026-03-02', noConflict: 'on' } as const
  await recordAnswer(acts(room.secretary, after), await idOf(two), { ...answer, words: 'Согласен.' })
  await expect(blindWork(acts(two, after), number)).rejects.toMatchObject({ code: 'not-declared' })

  // an expert who came to the school: the kind is told to the staff, whose work it is is not
  const own = { personId: one.personId, organisationId: work?.school.id ?? '', post: 'учитель' }
  await db.insert(employments).values({ ...own, during: '[2026-03-01,)' })
  const ofSeats = async () =>
    (await conflictsByNumber(acts(room.secretary, after), number)).seats.flatMap(({ findings }) => findings)
  expect(await ofSeats()).not.toEqual([])
  expect((await ofSeats()).flatMap(({ facts }) => facts)).toEqual([])

  // biographies are public, and participants learn their codes: an expert stands there with the contest alone
  const titles = await db
    .select({ title: engagements.title })
    .from(engagements)
    .where(and(eq(engagements.kind, 'panel'), eq(engagements.objectId, panel?.id ?? '')))
  expect(titles).toHaveLength(2)
  for (const { title } of titles) expect(title).toBe(room.contest?.title)

  await db
    .update(contests)
    .set({ resultsAt: new Date(after) })
    .where(eq(contests.id, room.contest?.id ?? ''))
  expect((await blindWork(acts(room.secretary, after), number)).code).toBe(panel?.code)
  expect((await ofSeats()).flatMap(({ facts }) => facts)).not.toEqual([])
})
