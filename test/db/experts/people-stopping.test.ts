import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { commitPeople, openPeople, runPeopleImport } from '#app/domain/experts/people-importing.server.ts'
import { stopPeople } from '#app/domain/experts/people-stopping.server.ts'
import { JobCancelled } from '#app/domain/files/jobs.server.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { jobs, people } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const grid = [
  ['Ф.И.О.', 'Должность'],
  ['Останавкина Вера Львовна', 'учитель'],
  ['Останавкина Анна Львовна', 'учитель'],
]
const list = { name: 'список.xlsx', grid, order: '', direction: '' }

test('a list that waits to be written is stopped before it begins, and opens again with the reason', async ({
  given,
  acts,
  db,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const id = await openPeople(operator, list)
  await expect(stopPeople(operator, id)).rejects.toMatchObject({ code: 'conflict' })
  await commitPeople(operator, id, { seen: (await importById(operator, id)).revision, leave: true })
  const other = acts(await given.user({ role: 'operator' }))
  await expect(stopPeople(other, id)).rejects.toMatchObject({ code: 'forbidden' })
  await stopPeople(operator, id)
  const { state, problem, jobId } = await importById(operator, id)
  expect({ state, problem }).toEqual({ state: 'open', problem: 'import-cancelled' })
  const [job] = await db
    .select()
    .from(jobs)
    .where(eq(jobs.id, jobId ?? ''))
  expect(job).toMatchObject({ state: 'cancelled', cancel: true })
})

test('a list that is being written ends at its next row and leaves nobody behind', async ({
  given,
  acts,
  db,
  database: { owner },
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const id = await openPeople(operator, list)
  await commitPeople(operator, id, { seen: (await importById(operator, id)).revision, leave: true })
  const { jobId } = await importById(operator, id)
  const ofJob = eq(jobs.id, jobId ?? '')
  await db.update(jobs).set({ state: 'running' }).where(ofJob)
  const job = {
    ...{ id: jobId ?? '', payload: { import: id }, actorId: operator.actor.personId },
    progress: async () => {
      // asked from another connection while the writer holds its rows
      await stopPeople(operator, id)
      const [row] = await db.select().from(jobs).where(ofJob)
      if (row?.cancel) throw new JobCancelled()
    },
  }
  const writing = runPeopleImport({ owner, zone: 'Asia/Yekaterinburg' }, job)
  await expect(writing).rejects.toBeInstanceOf(JobCancelled)
  expect(await importById(operator, id)).toMatchObject({ state: 'open', problem: 'import-cancelled' })
  expect(await db.$count(people, eq(people.familyName, 'Останавкина'))).toBe(0)
})
