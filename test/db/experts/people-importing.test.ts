import { spawn } from 'node:child_process'
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { registerOrder } from '#app/domain/experts/ordering.server.ts'
import { orderBySlug } from '#app/domain/experts/orders.server.ts'
import { undoPeople } from '#app/domain/experts/people-correcting.server.ts'
import {
  commitPeople,
  openPeople,
  runPeopleImport,
  stateOfPeople,
} from '#app/domain/experts/people-importing.server.ts'
import { allRows, chooseAll, chooseRows, importById } from '#app/domain/organisations/imports.server.ts'
import type { Db } from '#db/client.ts'
import { employments, imports, jobs, orderItems, people, statuses } from '#db/schema/index.ts'
import { type Database, test } from '#test/support/database.ts'

const head = ['№ п/п', 'Ф.И.О.', 'Должность', 'Место работы', 'Направление']
const list = { name: 'список.xlsx', order: '', direction: '' }

/** The worker's step, as the queue takes it. */
async function written(db: Db, { owner }: Pick<Database, 'owner'>, id: string) {
  const [one] = await db.select().from(imports).where(eq(imports.id, id))
  const [job] = await db
    .select()
    .from(jobs)
    .where(eq(jobs.id, one?.jobId ?? ''))
  const told: number[] = []
  const progress = async (done: number) => void told.push(done)
  const result = await runPeopleImport(
    { owner, zone: 'Asia/Yekaterinburg' },
    { id: job?.id ?? '', payload: { import: id }, actorId: job?.actorId ?? null, progress },
  )
  return { result, told }
}

test('O-2, from paper: exactly the listed people of an order get the status, from its day; taken back, it was believed only then', async ({
  given,
  acts,
  as,
  db,
  database,
}) => {
  const [operator, issuer] = [await given.user({ role: 'operator' }), await given.organisation()]
  const gia = await given.registry.direction()
  const school = await given.organisation({ name: 'МБОУ «Школа № 501»', shortName: 'Школа № 501' })
  const [begun, known, namesake] = [
    await given.person(),
    await given.person({ familyName: 'Соколова', givenName: 'Вера', patronymic: 'Павловна' }),
    await given.person({ familyName: 'Горский', givenName: 'Игорь', patronymic: 'Олегович' }),
  ]
  await db
    .insert(employments)
    .values({ personId: known.id, organisationId: school.id, post: 'учитель', during: '[2020-01-01,)' })
  const line = {
    personId: begun.id,
    directionVersionId: gia.id,
    tier: 'regional' as const,
    act: 'begin' as const,
  }
  const { slug } = await registerOrder(acts(operator), {
    ...{
      issuerId: issuer.id,
      number: '77-и',
      day: '2026-02-20',
      title: 'О списке',
      effect: 'approves' as const,
      lines: [line],
    },
  })
  const ctx = acts(operator)
  const grid = [
    head,
    ['1', 'Соколову Веру Павловну', 'завуч', 'Школа 501', gia.title],
    ['2', 'Новикова Алла Юрьевна', 'учитель', 'МБОУ Школа №501', gia.title],
    ['3', 'Горский Игорь Олегович', 'учитель', '', gia.title],
    ['4', 'Кто-то', '', '', gia.title],
  ]
  const id = await openPeople(ctx, { ...list, grid, order: slug })
  expect((await allRows(ctx, id)).map(({ verdict }) => verdict)).toEqual([
    'same',
    'new',
    'probable',
    'rejected',
  ])
  await chooseRows(ctx, id, [
    { at: 2, choice: '', take: ['post'] },
    { at: 4, choice: 'new', take: [] },
  ])
  const seen = async () => (await importById(ctx, id)).revision
  await expect(commitPeople(ctx, id, { seen: await seen(), leave: false })).rejects.toMatchObject({
    code: 'import-rejected',
  })
  await commitPeople(ctx, id, { seen: await seen(), leave: true })
  expect((await written(db, database, id)).result).toEqual({ rows: 4 })

  const shown = await orderBySlug(ctx, slug, 0, 100)
  expect(shown.items.map(({ name, from }) => [name, from])).toEqual([
    [expect.stringContaining('Берёзкина'), '2026-02-20'],
    ['Соколова Вера Павловна', '2026-02-20'],
    ['Новикова Алла Юрьевна', '2026-02-20'],
    ['Горский Игорь Олегович', '2026-02-20'],
  ])
  const held = async () =>
    (await db.select().from(statuses).where(sql`upper_inf(known)`)).map(({ personId }) => personId)
  expect(await held()).toContain(known.id)
  expect(await held()).not.toContain(namesake.id)
  const works = () =>
    db.select().from(employments).where(eq(employments.personId, known.id)).orderBy(employments.id)
  expect((await works()).map(({ post, during }) => [post, during])).toEqual([
    ['учитель', '[2020-01-01,2026-02-20)'],
    ['завуч', '[2026-02-20,)'],
  ])
  expect((await allRows(ctx, id)).flatMap(({ cells, reasons }) => [...cells, ...reasons])).toEqual([])

  // whom a later act speaks of is told by number: the registry may hide the name
  const [item] = await db.select().from(orderItems).where(eq(orderItems.personId, known.id))
  const [later] = await db
    .insert(orderItems)
    .values({ ...item, id: uuidv7(), position: 99, tier: 'municipal', amendsId: item?.id } as never)
    .returning()
  await expect(undoPeople(ctx, id, 'рано')).rejects.toMatchObject({
    code: 'import-since',
    facts: { name: `№\u00a0${known.number}` },
  })
  await db.delete(orderItems).where(eq(orderItems.id, later?.id ?? ''))

  await undoPeople(acts(operator, '2030-03-05T09:00:00Z'), id, 'не тот список')
  expect(await held()).toEqual([begun.id])
  expect((await orderBySlug(ctx, slug, 0, 100)).items).toHaveLength(1)
  expect((await works()).map(({ post, during }) => [post, during])).toEqual([['учитель', '[2020-01-01,)']])
  const believed = await db.select().from(statuses).where(sql`not upper_inf(known)`)
  expect(believed).toHaveLength(3)
  await expect(undoPeople(ctx, id, 'ещё')).rejects.toMatchObject({ code: 'conflict' })
  expect(await openPeople(ctx, { ...list, grid: grid.slice(0, 2), order: slug })).toBeTruthy()
  await expect(
    openPeople(
      as(
        await given.user({
          role: 'municipality',
          scopeKind: 'municipality',
          scopeId: (await given.municipality()).id,
        }),
      ) as typeof ctx,
      { ...list, grid },
    ),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(openPeople(ctx, { ...list, grid, order: 'нет такого' })).rejects.toMatchObject({
    code: 'order-unknown',
    field: 'order',
  })
})

test('killed with -9 on the way nothing is half done, and the list is written when it is asked again', async ({
  given,
  acts,
  db,
  database,
}) => {
  const operator = await given.user({ role: 'operator' })
  const ctx = acts(operator)
  await given.organisation({ name: 'Школа «Север»', shortName: 'Школа «Север»' })
  const grid = [
    head,
    ...Array.from({ length: 600 }, (_, at) => [
      String(at + 1),
      `Северная-${wordOf(at)} Анна Львовна`,
      'учитель',
      'Школа Север',
      '',
    ]),
  ]
  const id = await openPeople(ctx, { ...list, grid })
  const { revision: seen } = await importById(ctx, id)
  await commitPeople(ctx, id, { seen, leave: false })
  const before = await db.$count(people)
  await db.execute(sql`update jobs set state = 'running'`)
  await killedOnTheWay(database.ownerUrl, id, operator.personId)
  expect(await db.$count(people)).toBe(before)
  expect((await allRows(ctx, id)).filter(({ objectId }) => objectId)).toEqual([])
  expect(await stateOfPeople(ctx, await importById(ctx, id))).toMatchObject({ stalled: true })
  await commitPeople(ctx, id, { seen, leave: false })
  expect(await written(db, database, id)).toEqual({ result: { rows: 600 }, told: [500, 600] })
  expect(await db.$count(people)).toBe(before + 600)
  expect(await written(db, database, id)).toMatchObject({ result: { problem: 'conflict' } })
  expect(await importById(ctx, id)).toMatchObject({ state: 'done' })
  await undoPeople(ctx, id, 'проба')
  expect(await db.$count(people)).toBe(before)
})

test('what changes while the list waits opens it again with the reason, and nothing is written', async ({
  given,
  acts,
  db,
  database,
}) => {
  const operator = await given.user({ role: 'operator' })
  const ctx = acts(operator)
  const grid = [head, ['1', 'Поздняя Нина Ильинична', '', '', '']]
  const id = await openPeople(ctx, { ...list, grid })
  await commitPeople(ctx, id, { seen: 1, leave: false })
  await given.person({ familyName: 'Поздняя', givenName: 'Нина', patronymic: 'Ильинична' })
  expect((await written(db, database, id)).result).toEqual({ problem: 'import-changed' })
  expect(await importById(ctx, id)).toMatchObject({ state: 'open', problem: 'import-changed' })
  expect(await allRows(ctx, id)).toMatchObject([{ verdict: 'probable' }])
  await chooseAll(ctx, id, 'match')
  expect(await allRows(ctx, id)).toMatchObject([{ choice: expect.any(String) }])
})

/** Runs the writer in a process of its own and kills it when five hundred rows are written and not committed. */
async function killedOnTheWay(ownerUrl: string, id: string, actorId: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/support/people-writer.ts', ownerUrl, id, actorId],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes('written 500')) child.kill('SIGKILL')
  })
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}

/** Another family for each number, by letters alone. */
function wordOf(at: number): string {
  return [...String(at)].map((digit) => 'абвгдежзик'[Number(digit)]).join('')
}
