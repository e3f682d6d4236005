/** A conclusion before and after its signatures: members answer to a text, the deputy acts, a new one takes the place of the old. */
import { and, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import {
  answerText,
  remindOfTexts,
  sendForAgreement,
} from '#app/domain/panels/conclusions/agreeing.server.ts'
import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { deputeHead } from '#app/domain/panels/conclusions/deputising.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { openSigning } from '#app/domain/panels/conclusions/opening.server.ts'
import { conclusionByNumber, issuedUnder } from '#app/domain/panels/conclusions/reading.server.ts'
import { reviseConclusion, revokeConclusion } from '#app/domain/panels/conclusions/revoking.server.ts'
import { conclusionAnswers, conclusions, notifications } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { press, wording } from '#test/support/given/conclusions.ts'

const refused = (code: string) => ({ code })

test('members answer to the hash of one text; a changed text asks them again', async ({
  given,
  acts,
  db,
}) => {
  const panel = await given.sent()
  const [, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const { edition } = await conclusionState(acts(panel.chair), panel.id)
  const hash = edition?.sha256 ?? ''
  await expect(answerText(acts(panel.chair), panel.id, { hash, dissent: '' })).rejects.toMatchObject(
    refused('answered-already'),
  )
  await expect(
    answerText(acts(second), panel.id, { hash: '0'.repeat(64), dissent: '' }),
  ).rejects.toMatchObject(refused('stale'))
  await answerText(acts(second), panel.id, { hash, dissent: '  Срок мал.\r\n' })
  await expect(answerText(acts(second), panel.id, { hash, dissent: '' })).rejects.toMatchObject(
    refused('answered-already'),
  )
  await expect(openSigning(acts(panel.chair), panel.id, press)).rejects.toMatchObject(
    refused('answers-awaited'),
  )
  const kept = await db
    .select()
    .from(conclusionAnswers)
    .where(eq(conclusionAnswers.editionId, edition?.id ?? ''))
  expect(kept).toMatchObject([{ answer: 'dissented', dissent: 'Срок мал.' }])
  await expect(db.update(conclusionAnswers).set({ dissent: 'иное' })).rejects.toThrow()

  const { body } = await conclusionState(acts(panel.chair), panel.id)
  const revision = await editConclusion(acts(panel.chair), panel.id, {
    ...{ ...wording, text: 'Иначе.' },
    revision: body?.edition ?? 0,
  })
  await expect(answerText(acts(third), panel.id, { hash, dissent: '' })).rejects.toMatchObject(
    refused('conclusion-not-sent'),
  )
  await sendForAgreement(acts(panel.chair), panel.id, { revision, lastDay: '2026-03-05' })
  const anew = await conclusionState(acts(panel.chair), panel.id)
  expect(anew.answers).toEqual([])
  await expect(answerText(acts(third), panel.id, { hash, dissent: '' })).rejects.toMatchObject(
    refused('stale'),
  )
  const told = await db.$count(
    notifications,
    and(eq(notifications.personId, second.personId), eq(notifications.kind, 'conclusion.changed')),
  )
  expect(told).toBe(1)
})

test('who is silent is reminded once, and after the term the document names the silence', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.sent()
  const silent = panel.members[1]?.actor as Actor
  const remind = () => remindOfTexts(as(null, { db, now: '2026-03-04T09:00:00Z' }))
  await remind()
  await remind()
  const soon = and(
    eq(notifications.personId, silent.personId),
    eq(notifications.kind, 'conclusion.agree-soon'),
  )
  expect(await db.$count(notifications, soon)).toBe(1)
  await expect(openSigning(acts(panel.chair, '2026-03-05T18:59:00Z'), panel.id, press)).rejects.toMatchObject(
    refused('answers-awaited'),
  )
  await openSigning(acts(panel.chair, '2026-03-05T19:01:00Z'), panel.id, press)
  const { edition } = await conclusionState(acts(panel.chair), panel.id)
  expect(edition?.document).toMatchObject({
    agreement: { answers: [{ answer: 'silent' }, { answer: 'silent' }] },
  })
})

test('the deputy acts for the chair once that is written down, and signs as such', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.sent()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const depute = (personId: string) =>
    deputeHead(acts(panel.secretary), panel.id, { personId, reason: 'Отпуск.' })
  await expect(depute(chair.personId)).rejects.toMatchObject(refused('deputy-member'))
  await depute(second.personId)
  const { body } = await conclusionState(acts(second), panel.id)
  await expect(
    editConclusion(acts(chair), panel.id, { ...wording, revision: body?.edition ?? 0 }),
  ).rejects.toMatchObject(refused('not-chair'))
  await sendForAgreement(acts(second), panel.id, { revision: body?.edition ?? 0, lastDay: '2026-03-05' })
  const { edition } = await conclusionState(acts(second), panel.id)
  for (const one of [chair, third])
    await answerText(acts(one), panel.id, { hash: edition?.sha256 ?? '', dissent: '' })
  await openSigning(acts(second), panel.id, press)
  await given.signsOnPaper(panel, second)
  await given.signsOnPaper(panel, third)
  const view = await conclusionByNumber(as(null), `${panel.number}-1`)
  expect(view.body.deputy).toMatchObject({ person: second.number, reason: 'Отпуск.' })
  expect(view.signatures.map(({ role }) => role)).toEqual(['deputy', 'member'])
})

test('a revoked conclusion stays readable and says so; a new one takes its place with the reason', async ({
  given,
  acts,
  as,
  db,
}) => {
  const panel = await given.issued()
  const before = await conclusionByNumber(as(null), panel.conclusion)
  const member = panel.members[1]?.actor as Actor
  await expect(revokeConclusion(acts(member), panel.id, 'Так.')).rejects.toMatchObject(refused('forbidden'))
  const number = await reviseConclusion(acts(panel.chair), panel.id, 'Ошибка в пункте.')
  expect(number).toBe(`${panel.number}-2`)
  expect((await conclusionByNumber(as(null), panel.conclusion)).revokedAt).toBeNull()
  const { body } = await conclusionState(acts(panel.chair), panel.id)
  await sendForAgreement(acts(panel.chair), panel.id, { revision: body?.edition ?? 0, lastDay: '2026-03-05' })
  await given.answerAll(panel)
  await openSigning(acts(panel.chair), panel.id, press)
  for (const { actor } of panel.members) await given.signsOnPaper(panel, actor)
  const old = await conclusionByNumber(as(null), panel.conclusion)
  expect(old).toMatchObject({ supersededBy: number, revokeReason: 'Ошибка в пункте.' })
  expect(old.sha256).toBe(before.sha256)
  expect((await issuedUnder(as(null), old.code ?? '')).conclusion).toMatchObject({ supersededBy: number })
  const now = await conclusionByNumber(as(null), number)
  expect(now.body.supersedes).toEqual({ number: panel.conclusion, reason: 'Ошибка в пункте.' })
  await revokeConclusion(acts(panel.chair), panel.id, 'Отменено.')
  expect((await issuedUnder(as(null), now.code ?? '')).revokedAt).not.toBeNull()
  await expect(revokeConclusion(acts(panel.chair), panel.id, 'Ещё.')).rejects.toMatchObject(
    refused('paper-revoked'),
  )
  const open = and(eq(conclusions.panelId, panel.id), isNull(conclusions.issuedAt))
  expect(await db.$count(conclusions, open)).toBe(0)
})
