import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { candidatesOf } from '#app/domain/panels/candidates.server.ts'
import { selectBest, selectByHand } from '#app/domain/panels/choosing.server.ts'
import { digestHex } from '#app/domain/panels/digest.ts'
import { unlockedState } from '#app/domain/panels/facts.server.ts'
import { sendInvitations } from '#app/domain/panels/invitations/inviting.server.ts'
import { announceLot, drawLot } from '#app/domain/panels/lottery/lots.server.ts'
import { ownRow, protocolByNumber, replayOf } from '#app/domain/panels/protocol.server.ts'
import { listPanels, panelByNumber } from '#app/domain/panels/queries.server.ts'
import { conflicts, employments, selections } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const refused = (code: string, field?: string) => (field ? { code, field } : { code })

test('a request needs a right, a published draft, sane numbers and a day to come', async ({
  given,
  acts,
  as,
}) => {
  const { draft, number, secretary } = await given.panel()
  expect(number).toBeGreaterThan(0)
  const other = await given.developer()
  await expect(given.panel({ draft: { ...draft, institute: other } })).rejects.toMatchObject(
    refused('forbidden'),
  )
  await expect(given.panel({ draft, size: 99 })).rejects.toMatchObject(refused('panel-size', 'size'))
  await expect(given.panel({ draft, reserve: 50 })).rejects.toMatchObject(refused('panel-reserve', 'reserve'))
  await expect(given.panel({ draft, lastDay: '2026-03-02' })).rejects.toMatchObject(
    refused('term-past', 'lastDay'),
  )
  await expect(given.panel({ draft, questionnaire: 'nowhere' })).rejects.toMatchObject(
    refused('questionnaire-unknown'),
  )
  await expect(given.panel({ draft, directions: [draft.id] })).rejects.toMatchObject(
    refused('invalid', 'directions'),
  )
  expect((await listPanels(acts(secretary))).page.map((one) => one.number)).toContain(number)
  await expect(panelByNumber(as(other), number)).rejects.toMatchObject(refused('not-found'))
  await expect(panelByNumber(as(null), number)).rejects.toMatchObject(refused('not-found'))
})

test('candidates: status, tier and ground are needed; a conflict or a missing place of work excludes', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.panel()
  const scope =
    panel.draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const fit = await given.expert([panel.direction])
  const colleague = await given.expert([panel.direction], { organisationId: scope })
  const branch = await given.organisation({ parentId: scope })
  const related = await given.expert([panel.direction], { organisationId: branch.id })
  const homeless = await given.expert([panel.direction], { employed: false })
  const hidden = await given.expert([panel.direction], { shown: false })
  const lower = await given.expert([panel.direction], { tier: 'municipal' })
  const future = await given.expert([panel.direction], { since: '2027-01-01' })
  const elsewhere = await given.expert([await given.direction('Другое')])
  const all = await candidatesOf(acts(panel.secretary), await unlockedState(acts(panel.secretary), panel.id))
  const conflictOf = new Map(all.map(({ personId, conflict }) => [personId, conflict]))
  expect(conflictOf.get(fit.personId)).toBeNull()
  expect(conflictOf.get(colleague.personId)).toBe('same-organisation')
  expect(conflictOf.get(related.personId)).toBe('same-organisation')
  expect(conflictOf.get(homeless.personId)).toBe('unknown-organisation')
  for (const absent of [hidden, lower, future, elsewhere]) expect(conflictOf.has(absent.personId)).toBe(false)
  await given.experts(3, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  const kept = await db.select().from(conflicts).where(eq(conflicts.panelId, panel.id))
  expect(kept.find(({ personId }) => personId === colleague.personId)).toMatchObject({
    kind: 'same-organisation',
    source: 'derived',
    evidence: { facts: [{ relation: 'same', record: expect.stringMatching(/^employments:/) }] },
  })
})

test('the best composition has seats, reasons and a protocol that replays; a new one supersedes it', async ({
  given,
  acts,
  db,
  as,
}) => {
  const panel = await given.panel()
  await given.experts(6, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  await selectBest(acts(panel.secretary), panel.id)
  const all = await db.select().from(selections).where(eq(selections.panelId, panel.id))
  expect(all).toHaveLength(2)
  const [old, now] = all[0]?.supersededById ? [all[0], all[1]] : [all[1], all[0]]
  expect(old?.supersededById).toBe(now?.id)
  expect((await given.seated(panel.id)).map(({ standing }) => standing)).toEqual([
    'member',
    'member',
    'member',
    'reserve',
    'reserve',
  ])
  const view = await protocolByNumber(as(null), panel.number)
  expect(replayOf(view)).toEqual([])
  expect(view.chosen[0]?.choice.reasons[0]).toMatchObject({ code: 'covers' })
})

test('a protocol names only the chosen; everybody else finds the own row', async ({ given, acts, as }) => {
  const panel = await given.panel({ reserve: 0 })
  const people = await given.experts(5, [panel.direction])
  await selectBest(acts(panel.secretary), panel.id)
  const view = await protocolByNumber(as(null), panel.number)
  const text = JSON.stringify(view.protocol)
  const chosen = new Set(view.chosen.map(({ number }) => number))
  const others = people.filter(({ number }) => !chosen.has(number))
  expect(others).toHaveLength(2)
  for (const { personId, familyName } of people) {
    expect(text).not.toContain(personId)
    expect(text).not.toContain(familyName)
  }
  const own = await ownRow(as(others[0] as Actor), panel.number)
  expect(view.protocol.candidates.find(({ row }) => row === own?.row)?.token).toBe(
    digestHex(`${own?.salt}|${others[0]?.number}`),
  )
  expect(await ownRow(as(panel.secretary), panel.number)).toBeNull()
})

test('a lot is announced without its secret, drawn later, and replays', async ({ given, acts, as }) => {
  const panel = await given.panel()
  await given.experts(8, [panel.direction])
  await expect(drawLot(acts(panel.secretary), panel.id, '1')).rejects.toMatchObject(
    refused('lot-not-announced'),
  )
  await announceLot(acts(panel.secretary), panel.id, 'официальный курс на 4 марта')
  const before = await protocolByNumber(as(null), panel.number)
  expect(before.announced).toMatchObject({ source: 'официальный курс на 4 марта' })
  expect(before.protocol.lot).toBeUndefined()
  expect(before.protocol.chosen).toEqual([])
  await drawLot(acts(panel.secretary), panel.id, '92,4107')
  const after = await protocolByNumber(as(null), panel.number)
  expect(after.protocol.lot).toMatchObject({
    commitment: before.announced?.commitment,
    publicValue: '92,4107',
  })
  expect(after.protocol.candidatesSha256).toBe(before.protocol.candidatesSha256)
  expect(replayOf({ ...after, protocol: JSON.parse(JSON.stringify(after.protocol)) })).toEqual([])
  await expect(drawLot(acts(panel.secretary), panel.id, 'ещё раз')).rejects.toMatchObject(
    refused('lot-not-announced'),
  )
})

test('a choice by hand keeps the same rules', async ({ given, acts }) => {
  const panel = await given.panel({ reserve: 1 })
  const [a, b, c, d] = (await given.experts(4, [panel.direction])) as [Actor, Actor, Actor, Actor]
  const twin = await given.expert([panel.direction], {
    organisationId: (await organisationOf(acts(panel.secretary), a.personId)) ?? '',
  })
  const stranger = await given.user()
  const by = (members: Actor[], reserve: Actor[] = [], reason = 'Знают прежнюю редакцию.') =>
    selectByHand(acts(panel.secretary), panel.id, {
      members: members.map(({ number }) => number),
      reserve: reserve.map(({ number }) => number),
      reason,
    })
  await expect(by([a, b])).rejects.toMatchObject(refused('selection-size'))
  await expect(by([a, b, twin])).rejects.toMatchObject(refused('selection-organisation'))
  await expect(by([a, b, stranger])).rejects.toMatchObject({
    code: 'not-eligible',
    facts: { number: stranger.number },
  })
  await expect(by([a, b, c], [a])).rejects.toMatchObject(refused('chosen-twice'))
  await expect(by([a, b, c], [d, twin])).rejects.toMatchObject(refused('panel-reserve'))
  await by([c, b, a], [d])
  expect((await given.seated(panel.id)).map(({ personId }) => personId)).toEqual(
    [c, b, a, d].map(({ personId }) => personId),
  )
})

test('quotas that cannot be kept are named', async ({ given, acts }) => {
  const panel = await given.panel()
  const { id } = await given.organisation({ municipalityId: (await given.municipality()).id })
  for (let at = 0; at < 4; at += 1) await given.expert([panel.direction], { organisationId: id })
  await expect(selectBest(acts(panel.secretary), panel.id)).rejects.toMatchObject({
    code: 'selection-together',
    facts: { first: 'organisation', firstTo: 3, second: 'municipality', secondTo: 3 },
  })
  const few = await given.panel({ direction: panel.direction, maxPerMunicipality: null })
  await expect(selectBest(acts(few.secretary), few.id)).rejects.toMatchObject({
    code: 'selection-organisation',
    facts: { most: 1, to: 3 },
  })
  const empty = await given.panel()
  await expect(announceLot(acts(empty.secretary), empty.id, 'курс')).rejects.toMatchObject(
    refused('selection-direction-short'),
  )
})

test('only those who select choose, and not after invitations went out', async ({ given, acts }) => {
  const panel = await given.invited()
  await expect(selectBest(acts(panel.secretary), panel.id)).rejects.toMatchObject(refused('panel-invited'))
  const fresh = await given.panel()
  await given.experts(3, [fresh.direction])
  await expect(selectBest(acts(fresh.draft.institute), fresh.id)).rejects.toMatchObject(refused('forbidden'))
  await expect(sendInvitations(acts(fresh.secretary), fresh.id)).rejects.toMatchObject(
    refused('panel-not-selected'),
  )
  await expect(selectBest(acts(await given.user()), fresh.id)).rejects.toMatchObject(refused('not-found'))
})

async function organisationOf(ctx: ActingCtx, personId: string) {
  const [row] = await ctx.db.select().from(employments).where(eq(employments.personId, personId))
  return row?.organisationId
}
