import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { conclusionOfPanel } from '#app/domain/panels/conclusions/reading.server.ts'
import { cancelPanel } from '#app/domain/panels/requesting.server.ts'
import { closeSheets } from '#app/domain/panels/sheets/closing.server.ts'
import { saveSheet, sendSheet, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { prolongSheets, remindSheets, termsOf } from '#app/domain/panels/sheets/prolonging.server.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import {
  notifications,
  panels,
  questionnaireVersions,
  seats,
  sheetClosings,
  sheets,
} from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { filled } from '#test/support/given/panels.ts'

const refused = (code: string) => ({ code })
const words = { reason: 'Эксперт заболел.', dissent: 'Председатель просил подождать.' }
const LATE = '2026-04-20T09:00:00Z' // the term of given panels ends on 22 March
type Member = { actor: Actor; sheetId: string }

test('at the term the secretary closes with the quorum; who is missing is named, dissent noted', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.convened()
  const [first, second, third] = panel.members as [Member, Member, Member]
  await sendSheet(acts(first.actor), first.sheetId, filled(3))
  await saveSheet(acts(third.actor), third.sheetId, filled(1))
  await expect(closeSheets(acts(panel.secretary), panel.id, words)).rejects.toMatchObject(
    refused('sheets-term-runs'),
  )
  // three sheets, 60 per cent: two are needed
  await expect(closeSheets(acts(panel.secretary, LATE), panel.id, words)).rejects.toMatchObject({
    ...refused('sheets-quorum'),
    facts: { in: 1, needed: 2 },
  })
  // late sheets are taken until they are closed
  await sendSheet(acts(second.actor, LATE), second.sheetId, filled(4))
  for (const other of [first.actor, panel.draft.institute])
    await expect(closeSheets(acts(other, LATE), panel.id, words)).rejects.toMatchObject(refused('forbidden'))
  await closeSheets(acts(panel.secretary, LATE), panel.id, words)
  await expect(closeSheets(acts(panel.secretary, LATE), panel.id, words)).rejects.toMatchObject(
    refused('sheets-in'),
  )
  await expect(sendSheet(acts(third.actor, LATE), third.sheetId, filled(1))).rejects.toMatchObject(
    refused('sheets-closed'),
  )
  const { view, denial } = await conclusionOfPanel(acts(panel.chair), panel.number)
  expect(denial).toBeNull()
  expect(view?.body.members).toEqual([first.actor.number, second.actor.number])
  expect(view?.body.closing).toEqual({
    ...words,
    ...{ needed: 2, sent: 2, missing: [third.actor.number], on: '2026-04-20' },
  })
  // what the third had begun is nobody's to read
  for (const reader of [panel.chair, panel.secretary, first.actor])
    if (reader !== third.actor)
      await expect(sheetOf(as(reader), third.sheetId)).rejects.toMatchObject(refused('not-found'))
  expect((await sheetOf(as(second.actor), first.sheetId)).answers).not.toEqual([])
  await expect(db.update(sheetClosings).set({ dissent: '' })).rejects.toThrow()
})

test('a member who has left is neither waited for nor counted', async ({ given, acts, db }) => {
  const panel = await given.convened()
  const [first, second, third] = panel.members as [Member, Member, Member]
  await sendSheet(acts(first.actor), first.sheetId, filled(3))
  const seat = db.select({ id: sheets.seatId }).from(sheets).where(eq(sheets.id, third.sheetId))
  await db
    .update(seats)
    .set({ leftAt: new Date(LATE) })
    .where(eq(seats.id, (await seat)[0]?.id ?? ''))
  await sendSheet(acts(second.actor), second.sheetId, filled(4))
  expect((await conclusionOfPanel(acts(panel.chair), panel.number)).view?.body.members).toHaveLength(2)
})

test('the term is prolonged with a reason, every move stays; those who write are told and reminded', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.convened()
  const [first] = panel.members as [Member, Member, Member]
  await sendSheet(acts(first.actor), first.sheetId, filled(3))
  const prolong = (lastDay: string, who = panel.secretary) =>
    prolongSheets(acts(who), panel.id, { lastDay, reason: 'Просят два члена группы.' })
  const [{ lastDay } = { lastDay: '' }] = await db.select().from(panels).where(eq(panels.id, panel.id))
  await expect(prolong(lastDay)).rejects.toMatchObject({ ...refused('term-not-later'), field: 'lastDay' })
  await expect(prolong('2026-12-31')).rejects.toMatchObject(refused('term-far'))
  await expect(prolong('2026-04-01', first.actor)).rejects.toMatchObject(refused('forbidden'))
  await prolong('2026-04-01')
  await prolong('2026-04-05')
  expect((await termsOf({ db }, panel.id)).map(({ before, after }) => [before, after])).toEqual([
    [lastDay, '2026-04-01'],
    ['2026-04-01', '2026-04-05'],
  ])
  expect(await remindSheets(acts(panel.secretary), panel.id)).toBe(2)
  const told = await db.select().from(notifications).where(eq(notifications.kind, 'sheet.awaited'))
  expect(told.map(({ personId }) => personId)).not.toContain(first.actor.personId)
  await cancelPanel(acts(panel.secretary), panel.id, 'Проект снят.')
  await expect(prolong('2026-04-09')).rejects.toMatchObject(refused('panel-cancelled'))
  const [, second] = panel.members as [Member, Member]
  await expect(saveSheet(acts(second.actor), second.sheetId, filled(1))).rejects.toMatchObject(
    refused('panel-cancelled'),
  )
})

test('two devices: a save over another edition is refused, the same words are no conflict', async ({
  given,
  acts,
}) => {
  const panel = await given.convened()
  const [{ actor, sheetId }] = panel.members as [Member]
  const [answer, other] = filled(3) as [ReturnType<typeof filled>[0], ReturnType<typeof filled>[0]]
  expect(await saveSheet(acts(actor), sheetId, [answer], 0)).toBe(1)
  expect(await saveSheet(acts(actor), sheetId, [answer], 0)).toBe(1)
  await expect(saveSheet(acts(actor), sheetId, [{ ...answer, value: 1 }], 0)).rejects.toMatchObject(
    refused('stale'),
  )
  expect(await saveSheet(acts(actor), sheetId, [other], 1)).toBe(2)
  await sendSheet(acts(actor), sheetId, filled(3))
})

test('a template that changes while sheets are open touches only later panels', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.convened()
  const [{ actor, sheetId }] = panel.members as [Member]
  const [row] = await db.select().from(panels).where(eq(panels.id, panel.id))
  const { form, id } = await formOf({ db }, row?.questionnaireVersionId ?? '')
  const [version] = await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, id))
  await db.insert(questionnaireVersions).values({
    questionnaireId: version?.questionnaireId ?? '',
    number: (version?.number ?? 0) + 1,
    form: { ...form, questions: form.questions.slice(1) },
    sha256: 'f'.repeat(64),
    publishedAt: new Date(),
  })
  await sendSheet(acts(actor), sheetId, filled(3))
  expect((await sheetOf(acts(actor), sheetId)).form.questions).toHaveLength(form.questions.length)
  await expect(db.update(questionnaireVersions).set({ form })).rejects.toThrow()
})
