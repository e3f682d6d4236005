/** Terms of a contest follow each other, their changes are shown, codes are given once and the key is read under a log. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { checkWork } from '#app/domain/panels/contests/checking.server.ts'
import { codesFor, codeWorks, openKey } from '#app/domain/panels/contests/coding.server.ts'
import {
  announceContest,
  cancelContest,
  changeContest,
  createContest,
  stepsOf,
} from '#app/domain/panels/contests/contesting.server.ts'
import { contestByNumber } from '#app/domain/panels/contests/facts.server.ts'
import { addNomination } from '#app/domain/panels/contests/nominating.server.ts'
import { worksOf } from '#app/domain/panels/contests/queries.server.ts'
import { logEntries, submissions } from '#db/schema/index.ts'
import { after, before, coded, contestRoom, during, sent } from '#test/support/contest-room.ts'
import { test } from '#test/support/database.ts'

test('no term may contradict another, and one that has come is not moved', async ({ given, acts, db }) => {
  const room = await contestRoom({ given, acts, db })
  const ctx = room.acts(room.holder, before)
  const make = (change: object) => createContest(ctx, { ...room.input, title: 'Другой', ...change })
  await expect(make({ closesAt: '2026-02-10T09:00' })).rejects.toMatchObject({ code: 'contest-closes-early' })
  await expect(make({ judgedUntil: '2026-03-01' })).rejects.toMatchObject({ code: 'contest-judged-early' })
  await expect(make({ appealUntil: '2026-04-01' })).rejects.toMatchObject({ code: 'contest-appeal-early' })
  const { organisationId: _, ...values } = { ...room.input, title: 'Уточнённый', reason: '', edition: 1 }
  const change = (edit: object, now = during) =>
    changeContest(room.acts(room.holder, now), room.number, { ...values, ...edit })
  await expect(change({})).rejects.toMatchObject({ code: 'required', field: 'reason' })
  await expect(change({ reason: 'Перенос', opensAt: '2026-02-21T09:00' })).rejects.toMatchObject({
    code: 'contest-term-over',
  })
  await change({ reason: 'Просьба школ', closesAt: '2026-03-02T18:00' })
  await expect(change({ reason: 'Ещё раз' })).rejects.toMatchObject({ code: 'stale' })
  const [step] = await stepsOf(ctx, room.contest?.id ?? '')
  expect(step).toMatchObject({
    kind: 'changed',
    reason: 'Просьба школ',
    facts: { 'closesAt.before': '2026-03-01T18:00', 'closesAt.after': '2026-03-02T18:00' },
  })
})

test('a contest is announced with a nomination, seen by nobody before, and cancelled with a reason', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const ctx = room.acts(room.holder, before)
  const number = await createContest(ctx, { ...room.input, title: 'Без номинаций' })
  await expect(announceContest(ctx, number)).rejects.toMatchObject({ code: 'contest-no-nomination' })
  const work = await sent(room)
  await expect(contestByNumber(room.acts(work.teacher), number)).rejects.toMatchObject({ code: 'not-found' })
  const nomination = { title: 'Программы школ', directions: [room.direction], winners: 1, prizes: 1 }
  await expect(addNomination(ctx, room.number, nomination)).rejects.toMatchObject({ code: 'contest-stage' })
  await expect(cancelContest(room.acts(work.teacher), room.number, 'Нет')).rejects.toMatchObject({
    code: 'forbidden',
  })
  await cancelContest(ctx, room.number, 'Нет средств')
  expect((await contestByNumber(room.acts(work.teacher), room.number)).facts.stage).toBe('cancelled')
})

test('codes are given once, by one of two at the same moment, when every work is checked', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const [one, two] = [await sent(room), await sent(room)]
  const code = () => codeWorks(room.acts(room.secretary, after), room.number)
  await expect(code()).rejects.toMatchObject({ code: 'contest-unchecked' })
  for (const { number } of [one, two])
    await checkWork(room.acts(room.holder, after), number, { decision: 'admitted', reason: '' })
  await expect(codeWorks(room.acts(room.holder, after), room.number)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const both = await Promise.allSettled([code(), code()])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await room.db
    .select({ code: submissions.code })
    .from(submissions)
    .where(eq(submissions.contestId, room.contest?.id ?? ''))
  expect(new Set(rows.map((row) => row.code)).size).toBe(2)
})

test('after coding the organiser sees codes without names; the secretary opens the key, and the log says so', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const works = await coded(room, 3)
  const list = await worksOf(room.acts(room.holder, after), room.number)
  expect(list.named).toEqual([])
  expect(list.coded).toHaveLength(3)
  expect(JSON.stringify(list.coded)).not.toContain(works[0]?.school.shortName)
  await expect(openKey(room.acts(room.holder, after), room.number, 'Хочу')).rejects.toMatchObject({
    code: 'forbidden',
  })
  const key = await openKey(room.acts(room.secretary, after), room.number, 'Жалоба участника')
  expect(key.map(({ number }) => number).sort()).toEqual(works.map(({ number }) => number).sort())
  const log = await room.db.select().from(logEntries).where(eq(logEntries.kind, 'contest.key-read'))
  expect(log).toMatchObject([{ actorId: room.secretary.personId, objectId: room.contest?.id }])
})

test('codes are as many as asked for, all different and of one length', () => {
  const codes = codesFor(500)
  expect(new Set(codes).size).toBe(500)
  expect(new Set(codes.map(({ length }) => length)).size).toBe(1)
})
