/** Works of a contest: typed, handed in by the instant of the closing, mended, withdrawn, and seen by nobody else. */
import { expect } from 'vitest'
import { answerWork, appealWork } from '#app/domain/panels/contests/appealing.server.ts'
import { checkWork } from '#app/domain/panels/contests/checking.server.ts'
import { workByNumber } from '#app/domain/panels/contests/facts.server.ts'
import {
  addWorkFile,
  removeWorkFile,
  saveWork,
  sendWork,
  startWork,
  withdrawWork,
  workFiles,
} from '#app/domain/panels/contests/submitting.server.ts'
import {
  after,
  begun,
  closing,
  contestRoom,
  during,
  pdf,
  sent,
  typed,
  workRow,
} from '#test/support/contest-room.ts'
import { test } from '#test/support/database.ts'

test('a work is handed in a thousandth of a second before the closing, and not at it', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const [early, late] = [await begun(room), await begun(room)]
  await typed(room, early)
  await typed(room, late)
  const last = new Date(Date.parse(closing) - 1).toISOString()
  await sendWork(room.acts(early.teacher, last), early.number)
  const refused = { code: 'contest-late' }
  await expect(sendWork(room.acts(late.teacher, closing), late.number)).rejects.toMatchObject(refused)
  await expect(saveWork(room.acts(early.teacher, closing), early.number, words)).rejects.toMatchObject(
    refused,
  )
  expect(await workRow(room.db, early.number)).toMatchObject({ state: 'sent', sentAt: new Date(last) })
  expect(await workRow(room.db, late.number)).toMatchObject({ state: 'draft', sentAt: null })
})

const words = { title: 'Другое', summary: 'Другое', authors: 'Другие' }

test('sent together and twice it is one work; an organisation has one in a nomination', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const work = await begun(room)
  const start = { nominationId: room.nomination?.id ?? '', organisationId: work.school.id }
  const ctx = room.acts(work.teacher, during)
  const again = await Promise.all([startWork(ctx, room.number, start), startWork(ctx, room.number, start)])
  expect(new Set([...again, work.number]).size).toBe(1)
  await expect(sendWork(ctx, work.number)).rejects.toMatchObject({ code: 'work-incomplete' })
  await typed(room, work)
  const both = await Promise.allSettled([sendWork(ctx, work.number), sendWork(ctx, work.number)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await withdrawWork(ctx, work.number)
  expect(await startWork(ctx, room.number, start)).not.toBe(work.number)
})

test('until the closing what was sent is replaced; files have limits and are known by their contents', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const work = await sent(room)
  const ctx = room.acts(work.teacher, during)
  await saveWork(ctx, work.number, words)
  await expect(saveWork(ctx, work.number, { ...words, summary: '' })).rejects.toMatchObject({
    code: 'work-incomplete',
  })
  const id = (await workRow(room.db, work.number))?.id ?? ''
  const [only] = await workFiles(ctx, id)
  await expect(removeWorkFile(ctx, work.number, only?.id ?? '')).rejects.toMatchObject({
    code: 'work-last-file',
  })
  const bytes = pdf()
  const file = { dataDir: room.dataDir, name: 'a.pdf', bytes }
  await addWorkFile(ctx, work.number, file)
  await expect(addWorkFile(ctx, work.number, file)).rejects.toMatchObject({ code: 'work-file-twice' })
  await removeWorkFile(ctx, work.number, only?.id ?? '')
  expect((await workFiles(ctx, id)).map(({ name }) => name)).toEqual(['a.pdf'])
  for (let at = 0; at < 4; at += 1) await addWorkFile(ctx, work.number, { ...file, bytes: pdf() })
  await expect(addWorkFile(ctx, work.number, { ...file, bytes: pdf() })).rejects.toMatchObject({
    code: 'work-files',
  })
  const program = { ...file, bytes: new Uint8Array([0x4d, 0x5a, 1, 2]) }
  await expect(addWorkFile(ctx, work.number, program)).rejects.toMatchObject({ code: 'work-files' })
})

test('a participant sees no other work, the organiser none that was not sent', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const [one, other, draft] = [await sent(room), await sent(room), await begun(room)]
  const missing = { code: 'not-found' }
  await expect(workByNumber(room.acts(one.teacher), other.number)).rejects.toMatchObject(missing)
  await expect(saveWork(room.acts(one.teacher, during), other.number, words)).rejects.toMatchObject(missing)
  await expect(workByNumber(room.acts(room.holder), draft.number)).rejects.toMatchObject(missing)
  expect((await workByNumber(room.acts(room.holder), one.number)).work.number).toBe(one.number)
  const stranger = await room.given.user({
    role: 'institute',
    scopeKind: 'organisation',
    scopeId: one.school.id,
  })
  await expect(workByNumber(room.acts(stranger), one.number)).rejects.toMatchObject(missing)
})

test('a work is returned once, with days to mend it; a refusal is appealed once and an upheld appeal admits', async ({
  given,
  acts,
  db,
}) => {
  const room = await contestRoom({ given, acts, db })
  const [work, refused] = [await sent(room), await sent(room)]
  const check = (number: number, decision: 'admitted' | 'returned' | 'rejected', now = after) =>
    checkWork(room.acts(room.holder, now), number, { decision, reason: 'Нет титульного листа' })
  await check(work.number, 'returned')
  expect(await workRow(room.db, work.number)).toMatchObject({ state: 'returned', mendUntil: '2026-03-05' })
  // late for everybody else, in time through the last day for this one
  await saveWork(room.acts(work.teacher, '2026-03-05T18:59:00Z'), work.number, words)
  const late = room.acts(work.teacher, '2026-03-05T19:00:00Z')
  await expect(sendWork(late, work.number)).rejects.toMatchObject({ code: 'contest-late' })
  await sendWork(room.acts(work.teacher, '2026-03-05T18:59:00Z'), work.number)
  await expect(check(work.number, 'returned')).rejects.toMatchObject({ code: 'work-returned-once' })
  await check(work.number, 'admitted')
  await check(refused.number, 'rejected')
  await appealWork(room.acts(refused.teacher, after), refused.number, 'Лист есть')
  await expect(appealWork(room.acts(refused.teacher, after), refused.number, 'Ещё')).rejects.toMatchObject({
    code: 'appeal-once',
  })
  await answerWork(room.acts(room.holder, after), refused.number, { upheld: 'yes', answer: 'Нашли' })
  expect((await workRow(room.db, refused.number))?.state).toBe('admitted')
})
