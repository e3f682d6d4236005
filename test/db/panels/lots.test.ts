import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { announceLot, drawLot } from '#app/domain/panels/lottery/lots.server.ts'
import type { LotteryProtocol } from '#app/domain/panels/lottery/protocol.ts'
import { chancesOf, ownRow, protocolByNumber, replayOf } from '#app/domain/panels/protocol.server.ts'
import type { KeptRules } from '#app/domain/panels/protocol.ts'
import { selections } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('every probability stands in the protocol before the draw, and the draw cannot change them', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.panel()
  const people = await given.experts(9, [panel.direction])
  await announceLot(acts(panel.secretary), panel.id, 'официальный курс на 4 марта')
  const before = await protocolByNumber(as(null), panel.number)
  const announced = before.protocol as LotteryProtocol
  expect(announced).toMatchObject({ format: 2, chosen: [], previous: null })
  expect(announced.lot).toBeUndefined()
  expect(replayOf(before)).toEqual([])
  expect(chancesOf(announced)).toMatchObject({ levels: [{ exact: '1/3', hundredths: 3333, people: 9 }] })
  const own = await ownRow(as(people[0] ?? null), panel.number)
  expect(chancesOf(announced, own?.row)?.own).toEqual({ exact: '1/3', hundredths: 3333 })

  await drawLot(acts(panel.secretary), panel.id, '92,4107')
  const after = await protocolByNumber(as(null), panel.number)
  const drawn = after.protocol as LotteryProtocol
  expect(drawn.announcement).toBe(announced.announcement)
  expect(drawn.lottery).toEqual(announced.lottery)
  expect(drawn.sha256).toBe(after.sha256)
  expect(replayOf({ ...after, protocol: JSON.parse(JSON.stringify(drawn)) })).toEqual([])
  const members = drawn.chosen.filter(({ standing }) => standing === 'member').map(({ row }) => row)
  expect(drawn.lottery.panels.map((one) => one.members.join())).toContain(members.join())
  const rows = new Set(drawn.chosen.map(({ salt }) => salt))
  expect(rows.size).toBe(drawn.chosen.length)
})

test('a new lot names the protocol that it follows', async ({ given, acts, as }) => {
  const panel = await given.panel()
  await given.experts(6, [panel.direction])
  await announceLot(acts(panel.secretary), panel.id, 'курс')
  await drawLot(acts(panel.secretary), panel.id, '1')
  const first = await protocolByNumber(as(null), panel.number)
  await announceLot(acts(panel.secretary), panel.id, 'другой курс')
  await drawLot(acts(panel.secretary), panel.id, '2')
  const second = await protocolByNumber(as(null), panel.number)
  expect((second.protocol as LotteryProtocol).previous).toBe(first.sha256)
  expect(replayOf(second)).toEqual([])
  // whatever comes after, what was drawn, and what was announced and not drawn, stays in sight
  await announceLot(acts(panel.secretary), panel.id, 'третий курс')
  const third = await protocolByNumber(as(null), panel.number)
  await selectBest(acts(panel.secretary), panel.id)
  const { earlier } = await protocolByNumber(as(null), panel.number)
  expect(earlier.map(({ sha256, undrawn }) => [sha256, undrawn])).toEqual([
    [third.sha256, true],
    [second.sha256, false],
    [first.sha256, false],
  ])
  expect(Object.keys(earlier[0] ?? {}).sort()).toEqual(['at', 'method', 'sha256', 'undrawn'])
})

test('a lot announced before there were probabilities is drawn as it was announced', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.panel()
  await given.experts(7, [panel.direction])
  await announceLot(acts(panel.secretary), panel.id, 'курс')
  const [row] = await db.select().from(selections).where(eq(selections.panelId, panel.id))
  const { lottery: _lottery, ...rules } = (row as NonNullable<typeof row>).rules as unknown as KeptRules
  await db
    .update(selections)
    .set({ rules: { ...rules } })
    .where(eq(selections.panelId, panel.id))
  await drawLot(acts(panel.secretary), panel.id, '92,4107')
  const view = await protocolByNumber(as(null), panel.number)
  expect(view.protocol.format).toBe(1)
  expect(view.protocol.chosen[0]).not.toHaveProperty('salt')
  expect(replayOf(view)).toEqual([])
})
