/** The course of an event: prepared, announced, filled, held; who gets the last seat; what is refused and to whom. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { announceEvent, cancelEvent } from '#app/domain/events/announcing.server.ts'
import {
  markAttendance,
  ownTicket,
  registrationsOf,
  ticketHolder,
} from '#app/domain/events/attending.server.ts'
import { closeEvent, revokeCertificate } from '#app/domain/events/closing.server.ts'
import { createEvent, editEvent } from '#app/domain/events/editing.server.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { saveItem } from '#app/domain/events/programme.server.ts'
import { cancelRegistration, registerForEvent } from '#app/domain/events/registering.server.ts'
import type { Db } from '#db/client.ts'
import {
  engagements,
  eventCertificates,
  eventRegistrations,
  issued,
  notifications,
} from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { eventRoom, inputOf, when } from '#test/support/event-room.ts'

const refused = (code: string) => expect.objectContaining({ code })
const item = {
  ...{ startsAt: '2026-03-10T10:00', endsAt: '2026-03-10T11:00', title: 'Открытие' },
  ...{ speakers: '', practice: '' as const },
}

test('nobody but its organisers knows an event before it is announced', async ({ given, acts, as }) => {
  const { organiser, coordinator, make } = await eventRoom({ given, acts })
  const other = await eventRoom({ given, acts })
  const number = await make()
  for (const ctx of [as(null), acts(await given.user()), acts(other.organiser)])
    await expect(eventByNumber(ctx, number)).rejects.toEqual(refused('not-found'))
  await expect(eventByNumber(acts(organiser), number)).resolves.toBeTruthy()
  await announceEvent(acts(coordinator), number)
  await expect(eventByNumber(as(null), number)).resolves.toBeTruthy()
})

test('who may not is refused', async ({ given, acts }) => {
  const { institute, organiser, make, announced } = await eventRoom({ given, acts })
  const stranger = await given.user()
  const other = await eventRoom({ given, acts })
  await expect(createEvent(acts(stranger), inputOf(institute.id))).rejects.toEqual(refused('forbidden'))
  await expect(createEvent(acts(other.organiser), inputOf(institute.id))).rejects.toEqual(
    refused('forbidden'),
  )
  // an institute prepares, and does not announce
  await expect(announceEvent(acts(organiser), await make())).rejects.toEqual(refused('forbidden'))
  const number = await announced()
  for (const actor of [stranger, other.organiser]) {
    await expect(editEvent(acts(actor), number, inputOf(institute.id))).rejects.toEqual(refused('forbidden'))
    await expect(saveItem(acts(actor), number, item)).rejects.toEqual(refused('forbidden'))
    await expect(cancelEvent(acts(actor), number, 'нет')).rejects.toEqual(refused('forbidden'))
    await expect(registrationsOf(acts(actor), number)).rejects.toEqual(refused('forbidden'))
    await expect(closeEvent(acts(actor, when.after), number)).rejects.toEqual(refused('forbidden'))
  }
  // an event is not handed over to an organisation of somebody else
  await expect(editEvent(acts(organiser), number, inputOf(other.institute.id))).rejects.toEqual(
    refused('forbidden'),
  )
})

test('two people take the last seat: one gets it, the other waits and gets it when it is given up', async ({
  given,
  acts,
  db,
}) => {
  const { announced } = await eventRoom({ given, acts })
  const number = await announced({ capacity: 1 })
  const people = [await given.user(), await given.user(), await given.user()]
  const got = await Promise.all(people.map((one) => registerForEvent(acts(one), number)))
  expect(got.toSorted()).toEqual(['confirmed', 'waiting', 'waiting'])
  const { event } = await eventByNumber(acts(people[0] as never), number)
  const rows = await db.select().from(eventRegistrations).where(eq(eventRegistrations.eventId, event.id))
  const order = rows.toSorted((a, b) => a.position - b.position)
  expect(order.map(({ position, state }) => [position, state])).toEqual([
    [1, 'confirmed'],
    [2, 'waiting'],
    [3, 'waiting'],
  ])
  const at = (position: number) =>
    people.find(({ personId }) => order[position - 1]?.personId === personId) as (typeof people)[number]
  expect((await ownTicket(acts(at(3)), number)).before).toBe(1)
  await cancelRegistration(acts(at(1)), number)
  expect((await ownTicket(acts(at(2)), number)).own.state).toBe('confirmed')
  expect((await ownTicket(acts(at(3)), number)).own.state).toBe('waiting')
  expect(await told(db, at(2).personId)).toEqual(['event.promoted'])
  expect(await told(db, at(3).personId)).toEqual([])
  // a place that was given up is asked for again at the end of the list
  await expect(registerForEvent(acts(at(1)), number)).resolves.toBe('waiting')
  expect((await ownTicket(acts(at(1)), number)).before).toBe(1)
})

test('one person has one place, and none after the term or without an announcement', async ({
  given,
  acts,
}) => {
  const { make, announced } = await eventRoom({ given, acts })
  const person = await given.user()
  const number = await announced({ registerUntil: '2026-03-05T12:00' })
  const twice = await Promise.allSettled([
    registerForEvent(acts(person), number),
    registerForEvent(acts(person), number),
  ])
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'event-registered' },
  })
  await expect(registerForEvent(acts(await given.user(), '2026-03-05T07:00:01Z'), number)).rejects.toEqual(
    refused('event-registration-over'),
  )
  await expect(registerForEvent(acts(person), await make())).rejects.toEqual(refused('not-found'))
  await expect(cancelRegistration(acts(person, when.during), number)).rejects.toEqual(refused('event-begun'))
})

test('seats: fewer than are taken are refused, more go to who waits', async ({ given, acts }) => {
  const { institute, organiser, announced } = await eventRoom({ given, acts })
  const number = await announced({ capacity: 2 })
  const people = [await given.user(), await given.user(), await given.user()]
  for (const one of people) await registerForEvent(acts(one), number)
  const change = (capacity: number | '') =>
    editEvent(acts(organiser), number, inputOf(institute.id, { capacity }))
  await expect(change(1)).rejects.toMatchObject({ code: 'event-seats-taken', field: 'capacity' })
  await change('')
  const { seats, waiting } = await registrationsOf(acts(organiser), number)
  expect([seats.length, waiting.length]).toEqual([3, 0])
})

test('an event that moved or was called off is told to who registered', async ({ given, acts, as, db }) => {
  const { institute, organiser, coordinator, announced } = await eventRoom({ given, acts })
  const number = await announced()
  const person = await given.user()
  await registerForEvent(acts(person), number)
  await editEvent(acts(organiser), number, inputOf(institute.id, { about: 'Другое описание.' }))
  expect(await told(db, person.personId)).toEqual([])
  for (const place of ['Зал 1', 'Зал 2'])
    await editEvent(acts(organiser), number, inputOf(institute.id, { place }))
  await cancelEvent(acts(coordinator), number, 'Нет отопления')
  expect(await told(db, person.personId)).toEqual(['event.cancelled', 'event.moved', 'event.moved'])
  const { event } = await eventByNumber(as(null), number)
  expect(event).toMatchObject({ state: 'cancelled', cancelReason: 'Нет отопления', sequence: 4 })
  await expect(registerForEvent(acts(await given.user()), number)).rejects.toEqual(refused('event-state'))
  await expect(cancelEvent(acts(coordinator), number, 'Ещё раз')).rejects.toEqual(refused('event-state'))
})

test('attendance is marked from its day on, by the list and by the code of a ticket', async ({
  given,
  acts,
}) => {
  const { organiser, announced } = await eventRoom({ given, acts })
  const other = await eventRoom({ given, acts })
  const [number, elsewhere] = [await announced({ capacity: 1 }), await other.announced()]
  const [person, late] = [await given.user(), await given.user()]
  await registerForEvent(acts(person), number)
  await registerForEvent(acts(late), number)
  const { own } = await ownTicket(acts(person), number)
  const mark = { registration: own.id, present: true }
  await expect(markAttendance(acts(organiser, '2026-03-09T18:59:00Z'), number, mark)).rejects.toEqual(
    refused('event-not-begun'),
  )
  for (const actor of [person, other.organiser]) {
    await expect(ticketHolder(acts(actor), number, own.ticket)).rejects.toEqual(refused('forbidden'))
    await expect(markAttendance(acts(actor, when.morning), number, mark)).rejects.toEqual(
      refused('forbidden'),
    )
  }
  // a ticket opens nothing at another event
  await expect(ticketHolder(acts(other.organiser), elsewhere, own.ticket)).rejects.toEqual(
    refused('not-found'),
  )
  await expect(markAttendance(acts(other.organiser, when.morning), elsewhere, mark)).rejects.toEqual(
    refused('not-found'),
  )
  const { holder } = await ticketHolder(acts(organiser), number, own.ticket)
  expect(holder).toMatchObject({ id: own.id, number: person.number, attendedAt: null })
  await markAttendance(acts(organiser, when.morning), number, mark)
  await markAttendance(acts(organiser, when.during), number, mark)
  expect((await ownTicket(acts(person), number)).own.attendedAt).toEqual(new Date(when.morning))
  await expect(cancelRegistration(acts(person, when.morning), number)).rejects.toEqual(
    refused('event-attended'),
  )
  const waits = (await ownTicket(acts(late), number)).own
  await expect(
    markAttendance(acts(organiser, when.during), number, { registration: waits.id, present: true }),
  ).rejects.toEqual(refused('event-seatless'))
  await markAttendance(acts(organiser, when.during), number, { ...mark, present: false })
  expect((await ownTicket(acts(person), number)).own.attendedAt).toBeNull()
})

test('closing gives certificates to who came and who spoke, once, and one may be taken back', async ({
  given,
  acts,
  db,
}) => {
  const { organiser, announced } = await eventRoom({ given, acts })
  const number = await announced()
  const [came, away, speaker] = [await given.user(), await given.user(), await given.user()]
  await saveItem(acts(organiser), number, { ...item, speakers: `${speaker.number}\nГость издалека` })
  for (const one of [came, away]) await registerForEvent(acts(one), number)
  const { own } = await ownTicket(acts(came), number)
  await markAttendance(acts(organiser, when.during), number, { registration: own.id, present: true })
  await expect(closeEvent(acts(organiser, when.during), number)).rejects.toEqual(refused('event-not-over'))
  const closing = await Promise.allSettled([
    closeEvent(acts(organiser, when.after), number),
    closeEvent(acts(organiser, when.after), number),
  ])
  expect(closing.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { event } = await eventByNumber(acts(came), number)
  const given2 = await db.select().from(eventCertificates).where(eq(eventCertificates.eventId, event.id))
  expect(given2.map(({ personId, role }) => [personId, role]).toSorted()).toEqual(
    [
      [came.personId, 'participant'],
      [speaker.personId, 'speaker'],
    ].toSorted(),
  )
  expect(JSON.stringify(given2.map(({ facts }) => facts))).not.toContain(came.familyName)
  const work = await db.select().from(engagements).where(eq(engagements.objectId, event.id))
  expect(work).toMatchObject([{ personId: speaker.personId, kind: 'event', role: 'speaker' }])
  const one = given2.find(({ personId }) => personId === came.personId) as (typeof given2)[number]
  const revoke = { certificate: one.id, reason: 'Выдан по ошибке' }
  await expect(revokeCertificate(acts(came), number, revoke)).rejects.toEqual(refused('forbidden'))
  await revokeCertificate(acts(organiser, when.after), number, revoke)
  await expect(revokeCertificate(acts(organiser, when.after), number, revoke)).rejects.toEqual(
    refused('not-found'),
  )
  const [paper] = await db.select().from(issued).where(eq(issued.code, one.code))
  expect(paper).toMatchObject({ kind: 'event-certificate', revokeReason: 'Выдан по ошибке' })
  expect(await told(db, came.personId)).toEqual(['event.certificate', 'event.certificate-revoked'])
})

async function told(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(and(eq(notifications.personId, personId)))
  return rows.map(({ kind }) => kind).toSorted()
}
