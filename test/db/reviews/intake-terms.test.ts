import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { keepUpload } from '#app/domain/reviews/intake/intake-files.server.ts'
import {
  enterIntake,
  type IntakeInput,
  receiptOf,
  undoIntake,
} from '#app/domain/reviews/intake/intaking.server.ts'
import { remarkRows } from '#app/domain/reviews/remarks/remark-rows.server.ts'
import { summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { intakes, remarks } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { letter, row } from './papers.ts'

const folder = await mkdtemp(join(tmpdir(), 'intake-'))
const words = messagesOf('ru')

test('all rows or none: a row that fits nowhere leaves nothing behind, and says which it is', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const wrong = [
    [row({ place: draft.id }), 'passage-not-found', 'rows[1].place'],
    [row({ remark: '' }), 'required', 'rows[1].remark'],
    [row({ remark: 'а'.repeat(6000) }), 'too-long', 'rows[1].remark'],
    [row({ kind: 'proposal', proposal: 'б', wording: true }), 'intake-wording', 'rows[1].wording'],
  ] as const
  for (const [bad, code, field] of wrong)
    await expect(enterIntake(desk, draft.id, { ...letter, rows: [row({}), bad] })).rejects.toMatchObject({
      code,
      field,
    })
  expect([
    await db.$count(intakes, eq(intakes.draftId, draft.id)),
    await db.$count(remarks, eq(remarks.draftId, draft.id)),
  ]).toEqual([0, 0])
  for (const [more, code] of [
    [{ rows: [] }, 'intake-empty'],
    [{ number: ' ' }, 'required'],
    [{ receivedDay: '2026-02-26' }, 'intake-before'],
    [{ receivedDay: '2026-03-03' }, 'intake-ahead'],
    [{ day: '2026-02-30' }, 'day'],
    [{ channel: 'session', event: '' }, 'required'],
    [{ sender: { name: ' ' } }, 'required'],
    [{ uploads: [draft.id] }, 'file-gone'],
  ] as const)
    await expect(enterIntake(desk, draft.id, { ...letter, ...more } as IntakeInput)).rejects.toMatchObject({
      code,
    })
  expect(await db.$count(intakes, eq(intakes.draftId, draft.id))).toBe(0)
})

test('the same letter twice is noticed by number, by file, by words; another sender’s number is another letter', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const scanned = (text: string) =>
    keepUpload(desk, folder, { name: 'скан.pdf', bytes: Buffer.from(`%PDF-1.7 ${text}`) }, 'scan')
  const enter = (more: Partial<IntakeInput>) => enterIntake(desk, draft.id, { ...letter, ...more })
  await enter({ uploads: [(await scanned('один')).id] })
  await expect(enter({ number: '01-14 / 7' })).rejects.toMatchObject({
    code: 'intake-twice',
    facts: { first: 1, last: 1 },
    field: 'again',
  })
  await enter({ sender: { name: 'Сычёв Б. В.' } })
  await enter({ number: '01-14/8' })
  await expect(
    enter({ number: '5', day: '2026-02-20', uploads: [(await scanned('один')).id] }),
  ).rejects.toMatchObject({ code: 'intake-twice' })
  const mail = { channel: 'email', number: '' } as const
  await enter(mail)
  await expect(enter({ ...mail, rows: [row({ remark: ' срок  мал' })] })).rejects.toMatchObject({
    code: 'intake-twice',
  })
  await enter({ ...mail, rows: [row({ remark: 'Другое' })] })
  await enter({ again: true })
  const both = await Promise.allSettled([enter({ number: '77' }), enter({ number: '77' })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the day of receipt decides, to the minute: 24:00 of the last day where the discussion lives', async ({
  given,
  acts,
  as,
}) => {
  const stages = [
    { kind: 'discussion', title: 'Обсуждение', firstDay: '2026-02-25', lastDay: '2026-03-05' },
    { kind: 'processing', title: 'Работа', firstDay: '2026-03-06', lastDay: '2026-03-20' },
  ] as const
  const draft = await given.discussed({ stages: [...stages] })
  const later = acts(draft.institute, '2026-03-10T09:00:00Z')
  const enter = (number: string, receivedDay: string, ctx = later) =>
    enterIntake(ctx, draft.id, { ...letter, number, receivedDay })
  await enter('1', '2026-03-05')
  await enter('2', '2026-03-06')
  // 23:59 of the last day and 00:00 of the next, in Yekaterinburg
  await enter('3', '2026-03-05', acts(draft.institute, '2026-03-05T18:59:59Z'))
  await expect(enter('4', '2026-03-06', acts(draft.institute, '2026-03-05T18:59:59Z'))).rejects.toMatchObject(
    { code: 'intake-ahead' },
  )
  await enter('4', '2026-03-06', acts(draft.institute, '2026-03-05T19:00:00Z'))
  const rows = await remarkRows(as(null), draft.id, draft.versionId)
  expect(rows.map(({ late }) => late)).toEqual([false, true, false, true])
  const shown = await summaryShown(as(null), draft.slug, words)
  expect(shown.rows.map(({ source }) => source.endsWith('после срока'))).toEqual([false, true, false, true])
  expect(receiptOf(later, { stages: [] }, { receivedDay: '2026-03-06' })).toMatchObject({
    late: false,
    stageId: null,
  })
  expect(rows[0]?.receivedAt.toISOString()).toBe('2026-03-05T07:00:00.000Z')
})

test('a race with the end: what is entered while the summary comes out is in it or is refused', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const unansweredReason = 'Ответы готовятся'
  const entries = ['1', '2', '3'].map((number) => enterIntake(desk, draft.id, { ...letter, number }))
  const [published, ...entered] = await Promise.allSettled([
    publishSummary(desk, draft.id, { unansweredReason }),
    ...entries,
  ])
  expect(published.status).toBe('fulfilled')
  const saved = entered.filter(({ status }) => status === 'fulfilled').length
  expect((await summaryShown(as(null), draft.slug, words)).total).toBe(saved)
  for (const one of entered)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'summary-published' })
  await expect(enterIntake(desk, draft.id, { ...letter, number: '9' })).rejects.toMatchObject({
    code: 'summary-published',
  })
})

test('decided remarks hold their letter; a discussion called off takes none', async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute)
  const { id } = await enterIntake(desk, draft.id, letter)
  const [remark] = await db.select().from(remarks).where(eq(remarks.draftId, draft.id))
  await decide(desk, remark?.id ?? '', { decision: 'accepted', reason: '' })
  await expect(undoIntake(desk, draft.id, id, 'Ошибка')).rejects.toMatchObject({
    code: 'intake-decided',
    facts: { n: 1 },
  })
  await cancelDiscussion(desk, draft.id, { reason: 'Отменено', ground: 'Приказ' })
  await expect(enterIntake(desk, draft.id, { ...letter, number: '2' })).rejects.toMatchObject({
    code: 'discussion-cancelled',
  })
})
