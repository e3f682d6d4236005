/** Anonymous answers at the doors: pages and forms take and give only the name of one answer under one question. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { closeQuestionnaire } from '#app/domain/questionnaires/opening.server.ts'
import { action as hide } from '#app/routes/questionnaires.$number.hiding/route.tsx'
import { action as report, loader as reporting } from '#app/routes/questionnaires.$number.report/route.tsx'
import { loader as results } from '#app/routes/questionnaires.$number.results/route.tsx'
import { content } from '#content/load.ts'
import { answers, hiddenAnswers, moderationCases, notifications, responses } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const NOW = new Date('2026-03-02T10:00:00Z')

test('neither pages nor forms of the results know an anonymous answer by its id, nor by a name of another question', async ({
  given,
  acts,
  db,
  database,
}) => {
  const people = await Promise.all(Array.from({ length: 5 }, () => given.user()))
  const made = await given.opened(
    [
      ['text', {}],
      ['text', {}],
    ],
    {
      ...{ people, conduct: { audience: 'invited', anonymous: true, results: 'always' } },
    },
  )
  for (const [at, one] of people.entries())
    await given.answered(made, { 'value-q1': `первое ${at}`, 'value-q2': `второе ${at}` }, one)
  await closeQuestionnaire(acts(made.by), made.id)
  const [row] = await db
    .select({ id: responses.id })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .where(and(eq(responses.objectId, made.id), eq(answers.value, 'первое 2')))
  const id = row?.id ?? ''

  type Door = (args: never) => Promise<unknown>
  const at = async (door: Door, actor: Actor, query = '', form?: Record<string, string>) => {
    const url = `http://site.test/questionnaires/${made.number}/results${query}`
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const visit = { actor, now: NOW, zone: 'Asia/Yekaterinburg', locale: 'ru', cookies: [], address: '' }
    const context = { visit, services: { web: database.web, zone: visit.zone, content: content() } }
    const args = { request: new Request(url, init), params: { number: String(made.number) }, context }
    return door(args as never).catch((thrown: unknown) => thrown)
  }
  const statusOf = (said: unknown) =>
    Number(
      Reflect.get(said as object, 'status') ??
        Reflect.get(Reflect.get(said as object, 'init') ?? {}, 'status'),
    )
  const [reader, staff] = [people[0] as Actor, made.by]
  const ids = await db.select({ id: responses.id }).from(responses).where(eq(responses.objectId, made.id))
  const names: string[] = []
  for (const who of [reader, staff]) {
    const page = (await at(results as Door, who)) as {
      tallies: { texts: { responseId: string; text: string }[] }[]
    }
    const all = JSON.stringify(page)
    for (const one of ids) expect(all).not.toContain(one.id)
    names.push(
      ...page.tallies.map(({ texts }) => texts.find(({ text }) => / 2$/.test(text))?.responseId ?? ''),
    )
  }
  const [first = '', second = ''] = names
  expect(names).toEqual([first, second, first, second])
  expect(first).not.toBe(second)

  const words = { reason: 'insult', words: '' }
  for (const query of [
    `?response=${id}&question=q1`,
    `?response=${first}&question=q2`,
    `?response=${first}`,
    `?response=${first.toUpperCase()}x&question=q1`,
  ]) {
    expect(statusOf(await at(reporting as Door, reader, query))).toBe(404)
    expect(statusOf(await at(report as Door, reader, query, words))).toBe(404)
  }
  const page = await at(reporting as Door, reader, `?response=${first}&question=q1`)
  expect(page).toMatchObject({ body: 'первое 2' })
  expect(JSON.stringify(page)).not.toContain(id)
  const done = (await at(report as Door, reader, `?response=${first}&question=q1`, words)) as Response
  expect(statusOf(done)).toBe(302)
  expect(done.headers.get('location')).not.toContain(id)
  const cases = await db.select().from(moderationCases).where(eq(moderationCases.objectId, id))
  expect(cases).toMatchObject([{ authorId: null }])
  const told = JSON.stringify(await db.select().from(notifications))
  expect([told.includes(id), told.includes(first)]).toEqual([false, false])

  const hiding = { step: 'hide', reason: 'Личное', question: 'q1' }
  const hidden = () => db.select().from(hiddenAnswers).where(eq(hiddenAnswers.responseId, id))
  for (const form of [
    { ...hiding, response: id },
    { ...hiding, response: second },
  ])
    expect(statusOf(await at(hide as Door, staff, '', form))).toBe(404)
  expect(statusOf(await at(hide as Door, reader, '', { ...hiding, response: first }))).toBe(403)
  expect(await hidden()).toEqual([])
  expect(statusOf(await at(hide as Door, staff, '', { ...hiding, response: first }))).toBe(302)
  expect(await hidden()).toMatchObject([{ question: 'q1', reason: 'Личное' }])
})
