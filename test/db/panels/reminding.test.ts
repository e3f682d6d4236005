import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { refuseIdle } from '#app/domain/panels/composition/keeping.server.ts'
import { sendSecondMarks } from '#app/domain/panels/rounds/marking.server.ts'
import { openRound } from '#app/domain/panels/rounds/opening.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { prolongSheets, remindSheets } from '#app/domain/panels/sheets/prolonging.server.ts'
import { remindWriters } from '#app/domain/panels/sheets/reminding.server.ts'
import type { Db } from '#db/client.ts'
import { notifications, panels } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { filled } from '#test/support/given/panels.ts'

const told = async (db: Db, kind: string, personId: string) =>
  (
    await db
      .select({ facts: notifications.facts })
      .from(notifications)
      .where(and(eq(notifications.kind, kind), eq(notifications.personId, personId)))
      .orderBy(notifications.id)
  ).map(({ facts }) => facts.until)

test('a secretary reminds of sheets as often as it is worth a letter', async ({ given, acts, db }) => {
  const panel = await given.convened()
  const { personId } = panel.members[0]?.actor ?? { personId: '' }
  const [{ lastDay } = { lastDay: '' }] = await db.select().from(panels).where(eq(panels.id, panel.id))
  await remindSheets(acts(panel.secretary), panel.id)
  await remindSheets(acts(panel.secretary), panel.id)
  expect(await told(db, 'sheet.awaited', personId)).toEqual([lastDay, lastDay])
  const prolong = (day: string) =>
    prolongSheets(acts(panel.secretary), panel.id, { lastDay: day, reason: 'Просят два члена группы.' })
  await prolong('2026-04-01')
  await prolong('2026-04-05')
  expect(await told(db, 'sheets.prolonged', personId)).toEqual(['2026-04-01', '2026-04-05'])
})

test('the clock reminds of a sheet once before each term, and only who has not sent it', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.convened()
  const [first, second] = panel.members
  if (!first || !second) throw new RangeError('two members')
  await sendSheet(acts(first.actor), first.sheetId, filled(3))
  const clock = (day: string) => remindWriters({ ...as(null), now: new Date(`${day}T09:00:00Z`) })
  const lastDay = '2026-03-22' // of given panels
  await clock('2026-03-20')
  expect(await told(db, 'sheet.awaited', second.actor.personId)).toEqual([])
  await clock('2026-03-21')
  await clock('2026-03-21')
  await clock('2026-03-22')
  expect(await told(db, 'sheet.awaited', second.actor.personId)).toEqual([lastDay])
  expect(await told(db, 'sheet.awaited', first.actor.personId)).toEqual([])
  await prolongSheets(acts(panel.secretary), panel.id, { lastDay: '2026-04-01', reason: 'Просят.' })
  await clock('2026-03-31')
  expect(await told(db, 'sheet.awaited', second.actor.personId)).toEqual([lastDay, '2026-04-01'])
  await clock('2026-04-02')
  expect(await told(db, 'sheet.awaited', second.actor.personId)).toHaveLength(2)
})

test('the clock reminds of second marks once, and only who has not given them', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.concluding()
  const [first, second] = panel.members
  if (!first || !second) throw new RangeError('two members')
  const asked = { criteria: ['legality'], lastDay: '2026-03-10', reason: 'Обсудим нормы.' }
  await openRound(acts(panel.chair), panel.id, asked)
  const kept = { question: 'legality', kept: true, mark: null, notApplicable: false, reason: '' }
  await sendSecondMarks(acts(first.actor), panel.id, [kept])
  const clock = (day: string) => remindWriters({ ...as(null), now: new Date(`${day}T09:00:00Z`) })
  await clock('2026-03-08')
  expect(await told(db, 'round.awaited', second.actor.personId)).toEqual([])
  await clock('2026-03-09')
  await clock('2026-03-10')
  expect(await told(db, 'round.awaited', second.actor.personId)).toEqual(['2026-03-10'])
  expect(await told(db, 'round.awaited', first.actor.personId)).toEqual([])
})

test('who is nobody but the secretary of a panel finds it in the list', async ({ given, acts, db }) => {
  const panel = await given.convened()
  const { actor } = panel.members[0] ?? {}
  if (!actor) throw new RangeError('a member')
  await expect(refuseIdle(acts(actor))).rejects.toMatchObject({ code: 'forbidden' })
  await db.update(panels).set({ secretaryId: actor.personId }).where(eq(panels.id, panel.id))
  await refuseIdle(acts(actor))
})
