/** Points and statements on business stand in the closed base: the web login gets them by functions that leave a trace. */
import { and, eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { addResults, addStatements, assessedOne } from '#app/domain/assessment/closed-results.server.ts'
import { logEntries } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('the web login can neither select nor change them; what it asks for is in the log, with a reason', async ({
  acts,
  db,
  given,
  web,
}) => {
  const operator = acts(await given.user({ role: 'operator' }))
  const [direction, person] = [await given.registry.direction(), await given.person()]
  const of = { personId: person.id, directionId: direction.directionId }
  const points = { attempt: 1, earned: 61, maximum: 100, day: '2026-03-01' }
  await addResults(operator, [{ id: person.id, ...of, ...points }])
  await addStatements(operator, [{ personId: person.id, entrepreneur: true }])
  for (const table of ['assessment_results', 'entrepreneur_statements', 'pass'])
    for (const attempt of [
      `select * from closed.${table}`,
      `select * from ${table}`,
      `delete from closed.${table}`,
      `update closed.${table} set ${table === 'pass' ? 'percent = 0' : 'day = current_date'}`,
    ])
      await expect(web.execute(sql.raw(attempt)), attempt).rejects.toThrow()
  await expect(
    web.execute(
      sql`select * from closed_assessed(null, ' ', gen_random_uuid(), now(), ${of.directionId}, array[${person.id}::uuid])`,
    ),
  ).rejects.toThrow()

  const before = await db.$count(logEntries)
  expect(await assessedOne(operator, of.directionId, person.id)).toMatchObject({
    ...points,
    entrepreneur: true,
  })
  const [last] = await db.execute<{ kind: string; actor: string; object: string; facts: unknown }>(
    sql`select kind, actor_id as actor, object_id as object, facts from log_entries order by id desc limit 1`,
  )
  expect(await db.$count(logEntries)).toBe(before + 1)
  expect(last).toMatchObject({ kind: 'closed.read', actor: operator.actor.personId, object: person.id })
  expect(last?.facts).toMatchObject({ reason: 'entry', fields: ['results', 'entrepreneur'] })
  // whether somebody passed is told without points: strictly more than what content says
  const verdict = async (earned: number) => {
    await db.execute(sql`update closed.assessment_results set earned = ${earned} where id = ${person.id}`)
    const [row] = await web.execute<{ verdict: string }>(
      sql`select result_verdict(${person.id}, ${of.directionId}, '2020-01-01') as verdict`,
    )
    return row?.verdict
  }
  expect([await verdict(61), await verdict(60), await verdict(59)]).toEqual(['passed', 'failed', 'failed'])
})

test('a read of one person is told of that person, however the one was asked for', async ({
  given,
  db,
  web,
}) => {
  const [direction, person, reader] = [
    await given.registry.direction(),
    await given.person(),
    await given.person(),
  ]
  const nobody = crypto.randomUUID()
  const asked = [
    `{{${person.id}}}`,
    `[5:5]={${person.id}}`,
    `{${person.id},${person.id}}`,
    `{${nobody},${person.id}}`,
  ]
  for (const persons of asked) {
    const rows =
      await web.execute(sql`select * from closed_assessed(${reader.id}, 'gate', gen_random_uuid(), now(),
      ${direction.directionId}, ${persons}::uuid[])`)
    expect(rows).toHaveLength(1)
  }
  const told = await db
    .select()
    .from(logEntries)
    .where(and(eq(logEntries.actorId, reader.id), eq(logEntries.kind, 'closed.read')))
  expect(told.map(({ objectKind, objectId }) => [objectKind, objectId])).toEqual(
    asked.map(() => ['person', person.id]),
  )
})
