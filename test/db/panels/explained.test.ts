/** Why these people: told to those who select; of the own row to anybody on the list, and nothing of others. */
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { selectBest, selectByHand } from '#app/domain/panels/choosing.server.ts'
import { explainedPanel, ownWhyNot } from '#app/domain/panels/explained.server.ts'
import { announceLot } from '#app/domain/panels/lottery/lots.server.ts'
import { protocolByNumber } from '#app/domain/panels/protocol.server.ts'
import { test } from '#test/support/database.ts'

test('prices, reasons and «why not» come true; a lot has none', async ({ given, acts, as }) => {
  const panel = await given.panel({ size: 2, reserve: 0, maxPerMunicipality: null })
  const { id: school } = await given.organisation({ municipalityId: (await given.municipality()).id })
  const expert = (since: string, organisationId?: string) =>
    given.expert([panel.direction], { since, ...(organisationId ? { organisationId } : {}) })
  const first = await expert('2014-01-01', school)
  const second = await expert('2017-01-01', school)
  const third = await expert('2020-01-01')
  const last = await expert('2025-01-01')
  await selectBest(acts(panel.secretary), panel.id)
  const shown = await explainedPanel(acts(panel.secretary), panel.number, second.number)
  const { candidates } = (await protocolByNumber(as(null), panel.number)).protocol
  const points = candidates.map((row) => row.points).sort((a, b) => b - a) as [number, number, number, number]
  expect(shown.members.map(({ number }) => number)).toEqual([first.number, third.number])
  expect(shown.total).toMatchObject({ own: points[0] + points[2], proven: true, loss: { points: 0 } })
  const price = points[1] - points[2]
  expect(price).toBeGreaterThan(0)
  expect(shown.prices.find(({ code }) => code === 'organisation')).toEqual({
    code: 'organisation',
    points: price,
    hundredths: Math.round((price * 10_000) / (points[0] + points[1])),
  })
  expect(shown.members[1]).toMatchObject({
    rank: 3,
    loss: { points: points[2] - points[3] },
    displacedBy: [{ number: last.number }],
  })
  // the colleague with fewer points is kept out by the limit, and by more points would take the place
  expect(shown.asked).toMatchObject({
    number: second.number,
    standing: 'other',
    why: { without: ['organisation'], loss: { points: points[0] - points[1] } },
  })
  expect(shown.asked?.why?.pointsNeeded).toBeGreaterThanOrEqual(points[0])
  const stranger = await given.user()
  const absent = await explainedPanel(acts(panel.secretary), panel.number, stranger.number)
  expect(absent.asked).toMatchObject({ standing: 'absent', name: null })
  await announceLot(acts(panel.secretary), panel.id, 'курс')
  await expect(explainedPanel(acts(panel.secretary), panel.number)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('who does not select is not told; the own row is told to its person alone', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.panel({ size: 2, reserve: 0, maxPerMunicipality: null })
  const people = await given.experts(4, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  await expect(explainedPanel(acts(panel.draft.institute), panel.number)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const { chosen } = await protocolByNumber(as(null), panel.number)
  const [seated, passed] = [true, false].map((is) =>
    people.find(({ number }) => chosen.some((one) => one.number === number) === is),
  ) as [Actor, Actor]
  await expect(explainedPanel(acts(passed), panel.number)).rejects.toMatchObject({ code: 'not-found' })
  const own = await ownWhyNot(as(passed), panel.number)
  expect(Object.keys(own ?? {}).sort()).toEqual(['of', 'points', 'pointsNeeded', 'rank', 'without'])
  expect(own).toMatchObject({ of: 4 })
  expect(own?.pointsNeeded).toBeGreaterThan(own?.points ?? 0)
  for (const nobody of [as(seated), as(panel.secretary), as(null)])
    expect(await ownWhyNot(nobody, panel.number)).toBeNull()
})

test('a choice by hand needs a reason, is told what it loses, and its reason is not published', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.panel({ size: 2, reserve: 0, maxPerMunicipality: null })
  const [a, b, c] = [
    await given.expert([panel.direction], { since: '2014-01-01' }),
    await given.expert([panel.direction], { since: '2017-01-01' }),
    await given.expert([panel.direction], { since: '2025-01-01' }),
  ]
  const by = (members: Actor[], reason = '') =>
    selectByHand(acts(panel.secretary), panel.id, {
      members: members.map(({ number }) => number),
      reserve: [],
      reason,
    })
  await expect(by([a, b])).rejects.toMatchObject({ code: 'hand-reason', field: 'reason' })
  const refusal = await by([a, c]).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'hand-loss', field: 'reason' })
  expect(refusal.facts.loss).toBe(refusal.facts.best - refusal.facts.points)
  expect(refusal.facts.loss).toBeGreaterThan(0)
  await by([a, c], 'Знает прежнюю редакцию')
  const shown = await explainedPanel(acts(panel.secretary), panel.number)
  expect(shown).toMatchObject({
    method: 'hand',
    hand: { reason: 'Знает прежнюю редакцию' },
    total: { loss: { points: refusal.facts.loss } },
  })
  const { protocol } = await protocolByNumber(as(null), panel.number)
  expect(JSON.stringify(protocol)).not.toContain('прежнюю')
})
