/** The programme of an event, and what its forms refuse. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { editEvent } from '#app/domain/events/editing.server.ts'
import { eventByNumber } from '#app/domain/events/facts.server.ts'
import { EventForm, ItemForm } from '#app/domain/events/forms.ts'
import { itemsOf, removeItem, saveItem } from '#app/domain/events/programme.server.ts'
import { events } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { eventRoom, inputOf } from '#test/support/event-room.ts'

const refused = (code: string) => expect.objectContaining({ code })
const item = {
  ...{ startsAt: '2026-03-10T10:00', endsAt: '2026-03-10T11:00', title: 'Открытие' },
  ...{ speakers: '', practice: '' as const },
}

test('the programme stays within the event, names people there are and practices that are published', async ({
  given,
  acts,
  db,
}) => {
  const { institute, organiser, make } = await eventRoom({ given, acts })
  const number = await make()
  const save = (more: object) => saveItem(acts(organiser), number, { ...item, ...more })
  for (const [more, code, field] of [
    [{ startsAt: '2026-03-10T09:59' }, 'event-item-time', 'startsAt'],
    [{ endsAt: '2026-03-10T16:01' }, 'event-item-time', 'endsAt'],
    [{ speakers: '99999999' }, 'event-speaker', 'speakers'],
    [{ speakers: '9'.repeat(30) }, 'event-speaker', 'speakers'],
    [
      { speakers: Array.from({ length: 13 }, (_, at) => `Гость ${at}`).join('\n') },
      'event-speakers',
      'speakers',
    ],
    [{ practice: 99999999 }, 'event-practice', 'practice'],
  ] as const)
    await expect(save(more)).rejects.toMatchObject({ code, field })
  await save({ speakers: ` № ${organiser.number} \n\nГость\nГость` })
  const { event } = await eventByNumber(acts(organiser), number)
  const [made] = await itemsOf({ db }, event.id)
  expect(made?.speakers).toEqual([String(organiser.number), 'Гость'])
  await expect(
    editEvent(acts(organiser), number, inputOf(institute.id, { startsAt: '2026-03-10T10:30' })),
  ).rejects.toMatchObject({ code: 'event-items-outside', field: 'startsAt' })
  await saveItem(acts(organiser), number, { ...item, title: 'Другое' }, made?.id)
  expect(await itemsOf({ db }, event.id)).toMatchObject([{ title: 'Другое', speakers: [] }])
  const other = await eventRoom({ given, acts })
  await expect(removeItem(acts(other.organiser), await other.make(), made?.id ?? '')).rejects.toEqual(
    refused('not-found'),
  )
  await removeItem(acts(organiser), number, made?.id ?? '')
  expect(await itemsOf({ db }, event.id)).toEqual([])
})

test('hostile forms are refused at their fields, and the database keeps the order of times by itself', async ({
  given,
  acts,
  db,
}) => {
  const { institute, make } = await eventRoom({ given, acts })
  const sent = inputOf(institute.id)
  for (const [more, field] of [
    [{ endsAt: '2026-03-10T09:00' }, 'endsAt'],
    [{ startsAt: '2026-02-31T10:00' }, 'startsAt'],
    [{ startsAt: '2026-03-10 10:00; drop' }, 'startsAt'],
    [{ link: 'javascript:alert(1)' }, 'link'],
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: '1e9' }, 'capacity'],
    [{ registerUntil: '2026-03-10T16:01' }, 'registerUntil'],
    [{ title: ' ' }, 'title'],
    [{ organisationId: 'x' }, 'organisationId'],
  ] as const) {
    const { error } = EventForm.safeParse({ ...sent, ...more })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  }
  expect(ItemForm.safeParse({ ...item, endsAt: '2026-03-10T09:00' }).success).toBe(false)
  const number = await make()
  await expect(
    db
      .update(events)
      .set({ endsAt: new Date('2026-03-10T04:00:00Z') })
      .where(eq(events.number, number)),
  ).rejects.toThrow()
})
