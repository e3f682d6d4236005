import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { courseOf } from '#app/domain/reviews/course/course.server.ts'
import { pauseDiscussion } from '#app/domain/reviews/course/pausing.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { draftBySlug } from '#app/domain/reviews/queries.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { approvalsOf } from '#app/domain/reviews/summary/approvals.server.ts'
import { enterOutcome, type OutcomeInput, outcomeOf } from '#app/domain/reviews/summary/outcomes.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { withdrawDraft } from '#app/domain/reviews/withdrawing.server.ts'
import { notifications, outcomes } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { docxOf } from '#test/support/docx.ts'

/** after the days in which the draft of `given.discussed` takes remarks */
const LATER = '2026-03-14T09:00:00Z'
const approval: OutcomeInput = {
  kind: 'approved',
  act: 'Приказ Министерства',
  number: '№ 7',
  day: '2026-03-02',
  link: 'https://example.org/7',
  reason: '',
  correction: '',
}
const TEXT = [
  'Настоящий Порядок определяет правила общественного обсуждения проектов документов.',
  '1. Эксперт заполняет экспертный лист в течение пяти дней.',
  '2. Сведения об экспертах публикуются в открытой части реестра.',
  'Заключительные положения действуют до утверждения новой редакции.',
]
const file = (lines: readonly string[]) => ({ name: 'текст.docx', bytes: docxOf(lines) })

test('an outcome is entered once, seen everywhere, and corrected by another entry that says why', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute, LATER)
  const { author } = await given.remark(draft)
  await expect(enterOutcome(acts(draft.institute), draft.id, approval)).rejects.toMatchObject({
    code: 'outcome-early',
  })
  expect(await outcomeOf(as(null), draft.id)).toEqual({
    outcome: null,
    earlier: [],
    ended: null,
    goesOn: false,
    changes: [],
  })
  await expect(enterOutcome(acts(author), draft.id, approval)).rejects.toMatchObject({ code: 'forbidden' })
  for (const [wrong, problem] of [
    [{ number: ' ' }, { code: 'required', field: 'number' }],
    [{ act: '' }, { code: 'required', field: 'act' }],
    [{ kind: 'revision' }, { code: 'required', field: 'reason' }],
    [{ link: 'javascript:alert(1)' }, { code: 'outcome-link', field: 'link' }],
    [{ day: '2026-03-15' }, { code: 'outcome-day', field: 'day' }],
    [{ day: '2026-03-01' }, { code: 'outcome-day', field: 'day' }],
    [{ day: '2026-02-30' }, { code: 'outcome-day', field: 'day' }],
    [
      {
        file: file([
          ...TEXT.slice(0, 1),
          '1. Эксперт заполняет экспертный лист в течение трёх дней.',
          ...TEXT.slice(2),
        ]),
      },
      { code: 'outcome-same', field: 'file' },
    ],
    [{ file: { name: 'a.docx', bytes: Buffer.from('PK') } }, { code: 'import-broken', field: 'file' }],
  ] as const)
    await expect(
      enterOutcome(desk, draft.id, { ...approval, ...wrong } as OutcomeInput),
    ).rejects.toMatchObject(problem)

  const first = await enterOutcome(desk, draft.id, { ...approval, file: file(TEXT) })
  const told = await db.select().from(notifications).where(eq(notifications.kind, 'outcome.entered'))
  expect(told.map(({ personId, objectId }) => [personId, objectId])).toEqual([[author.personId, first]])
  const { outcome, changes } = await outcomeOf(as(null), draft.id)
  expect(outcome).toMatchObject({
    id: first,
    kind: 'approved',
    number: '7',
    versionNumber: 1,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(changes).toMatchObject([{ change: 'edited' }])
  expect(changes[0]?.parts).toEqual(
    expect.arrayContaining([
      { op: 'del', text: 'трёх' },
      { op: 'ins', text: 'пяти' },
    ]),
  )
  const [fate] = await fatesOf(acts(author))
  expect(fate?.way.map(({ kind }) => kind)).toEqual(['received', 'outcome'])
  expect((await draftBySlug(as(null), draft.slug)).outcome).toBe('approved')
  expect((await listDrafts(as(null))).rows.find(({ id }) => id === draft.id)?.outcome).toBe('approved')

  await expect(enterOutcome(desk, draft.id, approval)).rejects.toMatchObject({
    code: 'required',
    field: 'correction',
  })
  await enterOutcome(desk, draft.id, {
    ...approval,
    kind: 'revision',
    reason: 'Нет расчёта',
    correction: 'Акт отменён',
  })
  expect(await outcomeOf(as(null), draft.id)).toMatchObject({
    outcome: { kind: 'revision', correction: 'Акт отменён' },
    earlier: [{ id: first }],
    changes: [],
  })
  await expect(db.execute(sql`update ${outcomes} set number = '8' where id = ${first}`)).rejects.toThrow()
  await expect(db.execute(sql`delete from ${outcomes} where id = ${first}`)).rejects.toThrow()
  const both = await Promise.allSettled(
    ['а', 'б'].map((correction) => enterOutcome(desk, draft.id, { ...approval, correction })),
  )
  expect(both.every(({ status }) => status === 'fulfilled')).toBe(true)
  expect((await outcomeOf(as(null), draft.id)).earlier).toHaveLength(3)
  const course = await courseOf(as(null), await draftBySlug(as(null), draft.slug))
  expect(course.flatMap((entry) => ('outcome' in entry ? [entry.outcome] : [])).sort()).toEqual([
    ...['approved', 'approved', 'approved', 'revision'],
  ])
})

test('the course of what was summed up early tells of no end that was only planned', async ({
  given,
  as,
}) => {
  const draft = await given.discussed()
  const shown = await draftBySlug(as(null), draft.slug)
  const later = as(null, { now: '2026-12-01T09:00:00Z' })
  const ends = async (closedAt: Date | null) => {
    const halt = { pausedAt: null, cancelledAt: null, closedAt }
    const course = await courseOf(later, { ...shown, halt })
    return course.flatMap((entry) => (entry.kind === 'ended' ? [entry.day] : []))
  }
  const planned = await ends(null)
  expect(planned.some((day) => day > '2026-03-02')).toBe(true)
  expect(await ends(new Date('2026-03-02T09:00:00Z'))).toEqual(planned.filter((day) => day < '2026-03-02'))
})

test('called off or withdrawn is an outcome by itself, and takes no entry', async ({ given, acts, as }) => {
  const [off, gone] = [await given.discussed(), await given.discussed()]
  await cancelDiscussion(acts(off.institute), off.id, { reason: 'Отпала нужда', ground: 'Письмо № 3' })
  expect(await outcomeOf(as(null), off.id)).toMatchObject({
    outcome: null,
    ended: { kind: 'cancelled', day: '2026-03-02', reason: 'Отпала нужда', ground: 'Письмо № 3' },
  })
  await expect(enterOutcome(acts(off.institute), off.id, approval)).rejects.toMatchObject({
    code: 'discussion-cancelled',
  })
  await withdrawDraft(acts(gone.institute), gone.id, 'Переработан')
  expect(await outcomeOf(acts(gone.institute), gone.id)).toMatchObject({ ended: { kind: 'withdrawn' } })
  await expect(enterOutcome(acts(gone.institute), gone.id, approval)).rejects.toMatchObject({ code: 'gone' })
})

test('indicator 3.1.1: approved after a published summary, of all approved, as of a day and as known by a day', async ({
  given,
  acts,
  as,
  db,
}) => {
  const year = 2030
  const at = '2030-05-10T09:00:00Z'
  const count = async (day: string, known?: string) => {
    const { discussed, approved } = await approvalsOf({ db, zone: as(null).zone }, { year, day, known })
    return [discussed, approved]
  }
  const made = async (day: string, summary: string | null) => {
    const draft = await given.discussed()
    if (summary) await publishSummary(acts(draft.institute, summary), draft.id, { unansweredReason: 'Нет' })
    await enterOutcome(acts(draft.institute, at), draft.id, { ...approval, day })
    return draft
  }
  expect(await count('2030-12-31')).toEqual([0, 0])
  const inTime = await made('2030-03-01', '2030-02-28T09:00:00Z')
  await made('2030-03-05', '2030-03-04T19:00:00Z') // 00:00 of 5 March here: the day of the act still counts
  await made('2030-03-09', '2030-03-09T19:00:00Z') // the summary came out a day later
  await made('2030-04-01', null)
  await made('2029-12-31', null)
  expect(await count('2030-12-31')).toEqual([2, 4])
  expect(await count('2030-02-28', '2030-12-31')).toEqual([0, 0])
  expect(await count('2030-03-04', '2030-12-31')).toEqual([1, 1])
  expect(await count('2030-12-31', '2030-05-09')).toEqual([0, 0])
  // put right later: it was sent back
  await enterOutcome(acts(inTime.institute, '2030-06-01T09:00:00Z'), inTime.id, {
    ...approval,
    ...{ kind: 'revision', day: '2030-03-01', reason: 'Акт отменён', correction: 'Это не утверждение' },
  })
  expect(await count('2030-12-31')).toEqual([1, 3])
  expect(await count('2030-12-31', '2030-05-31')).toEqual([2, 4])
})

test('sent back, then a new version: the next outcome goes on and puts nothing right', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const desk = acts(draft.institute, LATER)
  const back = await enterOutcome(desk, draft.id, { ...approval, kind: 'revision', reason: 'Нет расчёта' })
  expect(await outcomeOf(as(null), draft.id)).toMatchObject({ goesOn: false })
  await given.nextVersion(draft, TEXT.join('\n\n'))
  expect(await outcomeOf(as(null), draft.id)).toMatchObject({ goesOn: true })
  await enterOutcome(desk, draft.id, { ...approval, correction: 'Лишние слова' })
  expect(await outcomeOf(as(null), draft.id)).toMatchObject({
    outcome: { kind: 'approved', versionNumber: 2, correction: '' },
    earlier: [{ id: back, kind: 'revision' }],
    goesOn: false,
  })
  await expect(enterOutcome(desk, draft.id, approval)).rejects.toMatchObject({
    code: 'required',
    field: 'correction',
  })
})

test('no outcome while remarks are taken or the discussion stands still; after the summary at once', async ({
  given,
  acts,
}) => {
  const early = { code: 'outcome-early' }
  const paused = await given.discussed()
  await pauseDiscussion(acts(paused.institute), paused.id, { reason: 'Проверка' })
  await expect(enterOutcome(acts(paused.institute, LATER), paused.id, approval)).rejects.toMatchObject(early)
  const draft = await given.discussed()
  await expect(
    enterOutcome(acts(draft.institute, '2026-03-12T18:59:00Z'), draft.id, approval),
  ).rejects.toMatchObject(early)
  await enterOutcome(acts(draft.institute, '2026-03-12T19:00:00Z'), draft.id, approval)
  const summed = await given.discussed()
  await publishSummary(acts(summed.institute), summed.id, { unansweredReason: 'Нет' })
  await enterOutcome(acts(summed.institute), summed.id, approval)
})
