import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { sha256 } from '#app/domain/canonical.ts'
import type { Actor } from '#app/domain/ctx.ts'
import { sealLog, verifyLog } from '#app/domain/log.server.ts'
import { sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { openSigning } from '#app/domain/panels/conclusions/opening.server.ts'
import {
  conclusionByNumber,
  conclusionOfPanel,
  issuedUnder,
} from '#app/domain/panels/conclusions/reading.server.ts'
import { panelsOfDraft } from '#app/domain/panels/objects/public.server.ts'
import { saveSheet, sendSheet, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { anchors, conclusions, disclosures, engagements, resolutions, sheets } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { press } from '#test/support/given/conclusions.ts'
import { filled } from '#test/support/given/panels.ts'

const refused = (code: string) => ({ code })
const words = {
  verdict: 'revise',
  text: 'Эксперты сошлись в главном.\n\nРасхождения несущественны.',
  recommendations: 'Уточнить сроки.',
}

test('a sheet is saved as often as one types, and keeps what was typed', async ({ given, acts }) => {
  const { members } = await given.convened()
  const [{ actor, sheetId }] = members as [(typeof members)[number]]
  const part = filled(3).slice(0, 2)
  await saveSheet(acts(actor), sheetId, part)
  await saveSheet(acts(actor), sheetId, part)
  await saveSheet(acts(actor), sheetId, [
    { ...filled(1)[2], value: null, reason: 'недописано' } as (typeof part)[number],
  ])
  const { answers, denial } = await sheetOf(acts(actor), sheetId)
  expect(denial).toBeNull()
  expect(answers.map(({ question, value, reason }) => [question, value, reason])).toHaveLength(3)
  await expect(
    saveSheet(acts(actor), sheetId, [{ ...part[0], value: 9 } as (typeof part)[number]]),
  ).rejects.toMatchObject({ code: 'answer-invalid', field: part[0]?.question })
  await expect(
    saveSheet(acts(actor), sheetId, [{ ...part[0], question: 'нет такого' } as (typeof part)[number]]),
  ).rejects.toMatchObject(refused('question-unknown'))
})

test('nothing obligatory may be missing; a sent sheet does not change, not even in the database', async ({
  given,
  acts,
  db,
}) => {
  const { members } = await given.convened()
  const [{ actor, sheetId }] = members as [(typeof members)[number]]
  const [first, ...rest] = filled(2)
  await expect(sendSheet(acts(actor), sheetId, rest)).rejects.toMatchObject({
    code: 'answer-required',
    field: first?.question,
  })
  await expect(
    sendSheet(acts(actor), sheetId, [{ ...first, reason: ' ' } as (typeof rest)[number], ...rest]),
  ).rejects.toMatchObject(refused('answer-reason-required'))
  // A refused send keeps nothing: what was typed is kept by saving, and by the form that comes back.
  expect((await sheetOf(acts(actor), sheetId)).answers).toEqual([])
  await sendSheet(acts(actor), sheetId, filled(2))
  const [row] = await db.select().from(sheets).where(eq(sheets.id, sheetId))
  expect(row).toMatchObject({ overall: 'support-with-remarks', comment: 'Уточнить сроки.' })
  expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/)
  await expect(saveSheet(acts(actor), sheetId, filled(4))).rejects.toMatchObject(refused('sheet-sent'))
  await expect(sendSheet(acts(actor), sheetId, filled(4))).rejects.toMatchObject(refused('sheet-sent'))
  await expect(
    db.update(sheets).set({ comment: 'задним числом' }).where(eq(sheets.id, sheetId)),
  ).rejects.toThrow()
})

test('blind until all are in: not the chair, not the secretary, nobody reads another sheet before', async ({
  given,
  acts,
  as,
}) => {
  const { members, secretary, chair, draft } = await given.convened()
  const [first, second, third] = members as [
    (typeof members)[number],
    (typeof members)[number],
    (typeof members)[number],
  ]
  await sendSheet(acts(second.actor), second.sheetId, filled(3))
  for (const reader of [chair, third.actor, secretary, draft.institute, await given.user(), null]) {
    if (reader === second.actor) continue
    await expect(sheetOf(as(reader), second.sheetId)).rejects.toMatchObject(refused('not-found'))
  }
  await expect(saveSheet(acts(third.actor), first.sheetId, filled(0))).rejects.toMatchObject(
    refused('not-found'),
  )
  await sendSheet(acts(first.actor), first.sheetId, filled(4))
  await sendSheet(acts(third.actor), third.sheetId, filled(2))
  for (const reader of [chair, third.actor, secretary])
    expect((await sheetOf(as(reader), second.sheetId)).answers).not.toEqual([])
  for (const reader of [await given.user(), null])
    await expect(sheetOf(as(reader), second.sheetId)).rejects.toMatchObject(refused('not-found'))
  await expect(saveSheet(acts(chair), second.sheetId, filled(0))).rejects.toMatchObject(refused('forbidden'))
})

test('evidence is an anchor of the version, kept while it points at the same block', async ({
  given,
  acts,
  db,
}) => {
  const { members, draft } = await given.convened()
  const [{ actor, sheetId }] = members as [(typeof members)[number]]
  const blocks = await blocksOfVersion(acts(actor), draft.versionId)
  const pointed = filled(3).map((answer, at) =>
    at === 0 ? { ...answer, blockId: blocks[1]?.blockId ?? '' } : answer,
  )
  await saveSheet(acts(actor), sheetId, pointed)
  await saveSheet(acts(actor), sheetId, pointed)
  const made = await db.select().from(anchors).where(eq(anchors.versionId, draft.versionId))
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({ fromBlockId: blocks[1]?.blockId, whole: true })
  expect(
    await db
      .select()
      .from(resolutions)
      .where(eq(resolutions.anchorId, made[0]?.id ?? '')),
  ).toHaveLength(1)
  await expect(
    saveSheet(acts(actor), sheetId, [{ ...pointed[0], blockId: draft.id } as (typeof pointed)[number]]),
  ).rejects.toMatchObject(refused('passage-not-found'))
})

test('the draft of a conclusion has median, spread and reasons; the chair alone words and issues it', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.concluding()
  const { view, denial } = await conclusionOfPanel(acts(panel.chair), panel.number)
  expect(denial).toBeNull()
  expect(view?.body.criteria[0]).toMatchObject({ median: { over: 3, under: 1 }, spread: 2 })
  expect(view?.body.criteria[0]?.marks).toHaveLength(3)
  expect(view?.body).toMatchObject({ verdict: 'revise', chair: panel.chair.number })
  expect(view?.body.text).toContain('[К1]')
  await expect(conclusionByNumber(as(null), view?.body.number ?? '')).rejects.toMatchObject(
    refused('not-found'),
  )
  const member = panel.members[1]?.actor as Actor
  expect((await conclusionOfPanel(as(member), panel.number)).denial).toBe('not-chair')
  await expect(conclusionOfPanel(as(await given.user()), panel.number)).rejects.toMatchObject(
    refused('not-found'),
  )
  await expect(editConclusion(acts(member), panel.id, { ...words, revision: 1 })).rejects.toMatchObject(
    refused('not-chair'),
  )
  expect(await editConclusion(acts(panel.chair), panel.id, { ...words, revision: 1 })).toBe(2)
  await expect(editConclusion(acts(panel.chair), panel.id, { ...words, revision: 1 })).rejects.toMatchObject(
    refused('stale'),
  )
  await expect(
    editConclusion(acts(panel.chair), panel.id, { ...words, verdict: 'x', revision: 2 }),
  ).rejects.toMatchObject(refused('invalid'))
  await sendForAgreement(acts(panel.chair), panel.id, { revision: 2, lastDay: '2026-03-05' })
  await given.answerAll(panel)
  await openSigning(acts(panel.chair), panel.id, press)
  for (const { actor } of panel.members) await given.signsOnPaper(panel, actor)
  const number = `${panel.number}-1`
  await expect(editConclusion(acts(panel.chair), panel.id, { ...words, revision: 2 })).rejects.toMatchObject(
    refused('conclusion-issued'),
  )
  const issued = await conclusionByNumber(as(null), number)
  expect(issued.sha256).toBe(sha256(issued.body))
  expect(JSON.stringify(issued.body)).not.toContain(panel.chair.familyName)
  expect(Object.values(issued.names).join()).toContain(panel.chair.familyName)
  expect(await issuedUnder(as(null), issued.code?.toLowerCase() ?? '')).toMatchObject({
    sha256: issued.sha256,
    revokedAt: null,
    conclusion: { number },
  })
  await expect(issuedUnder(as(null), 'AAAA-BBBB-CCCC')).rejects.toMatchObject(refused('not-found'))
  const done = await db.select().from(engagements).where(eq(engagements.objectId, panel.id))
  expect(done.map(({ outcome, inRegistry }) => [outcome, inRegistry])).toEqual([
    ['finished', true],
    ['finished', true],
    ['finished', true],
  ])
  await expect(
    db.update(conclusions).set({ body: {} }).where(eq(conclusions.number, number)),
  ).rejects.toThrow()
  expect((await panelsOfDraft(as(null), panel.draft.id))[0]).toMatchObject({ conclusion: number })
  while ((await sealLog(db)) > 0);
  expect((await verifyLog(db)).brokenAt).toBeNull()
})

test('a name whose ground ended is hidden everywhere, and no hash changes', async ({ given, as, db }) => {
  const { conclusion: number, ...panel } = await given.issued()
  const before = await conclusionByNumber(as(null), number)
  await db
    .update(disclosures)
    .set({ endedAt: new Date('2026-03-03') })
    .where(eq(disclosures.personId, panel.chair.personId))
  const after = await conclusionByNumber(as(null), number)
  expect(after.names[panel.chair.number]).toBeNull()
  expect(after.organisations[panel.chair.number]).toBeNull()
  expect(after.sha256).toBe(before.sha256)
  expect(sha256(after.body)).toBe(before.sha256)
})
