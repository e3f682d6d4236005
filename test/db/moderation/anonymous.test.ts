/** Anonymous answers in moderation: reported and hidden like others, and never put together or named. */
import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { decideCase } from '#app/domain/moderation/intervening.server.ts'
import { caseOf, queueOf } from '#app/domain/moderation/queue.server.ts'
import { report } from '#app/domain/moderation/reporting.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { responseNamed } from '#app/domain/questionnaires/naming.server.ts'
import { closeQuestionnaire } from '#app/domain/questionnaires/opening.server.ts'
import { reportable, resultsOf } from '#app/domain/questionnaires/results.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { answers, moderationCases, responses, users } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const NOW = new Date('2026-03-02T10:00:00Z')

const responseWith = async (db: ActingCtx['db'], value: string) => {
  const [row] = await db
    .select({ id: responses.id })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .where(and(eq(answers.question, 'q1'), eq(answers.value, value)))
  return row?.id ?? ''
}

test('an anonymous answer is reported and hidden like any other, and its case names nobody', async ({
  given,
  acts,
  as,
  db,
}) => {
  const fresh = await given.user()
  const people = [fresh, ...(await Promise.all(Array.from({ length: 5 }, () => given.user())))]
  const made = await given.opened(
    [
      ['text', {}],
      ['text', {}],
    ],
    { people, conduct: { audience: 'invited', anonymous: true, results: 'always' } },
  )
  await db.update(users).set({ emailConfirmedAt: NOW }).where(eq(users.id, fresh.userId))
  for (const [at, one] of people.entries())
    await given.answered(
      made,
      { 'value-q1': at === 0 ? 'грубые слова' : `мнение ${at}`, 'value-q2': `ещё ${at}` },
      one,
    )
  const id = await responseWith(db, 'грубые слова')
  const moderator = acts(await given.user({ role: 'moderator' }))
  const cases = async () =>
    (await queueOf(moderator, textKinds, {})).rows.filter(({ text }) => text.id === id)
  // holding it would say whose it is
  expect(await cases()).toEqual([])
  await closeQuestionnaire(acts(made.by), made.id)
  const reader = acts(people[1] ?? fresh)
  const state = await questionnaireByNumber(reader, made.number)
  expect(await reportable(reader, state, id, 'q1')).toBe('грубые слова')
  expect(await reportable(reader, state, id)).toBeNull()
  // what one hand wrote is not put together: another name and another order under each question
  const beside = async (at: number) => {
    const { tallies } = await resultsOf(reader, state, { version: null, by: null })
    return (tallies[at]?.texts ?? []).map(({ responseId }) => responseId)
  }
  const [first, second] = [await beside(0), await beside(1)]
  expect(new Set([...first, ...second, id]).size).toBe(people.length * 2 + 1)
  const behind = (names: string[], question: string) =>
    Promise.all(names.map((name) => responseNamed(reader, state, name, question)))
  const ids = [await behind(first, 'q1'), await behind(second, 'q2')]
  expect(ids[0]).toContain(id)
  expect([...(ids[0] ?? [])].sort()).toEqual([...(ids[1] ?? [])].sort())
  expect(first).toEqual([...first].sort())
  expect(second).toEqual([...second].sort())
  expect(await responseNamed(reader, state, id, 'q1')).toBeNull()
  await report(reader, textKinds, { kind: 'response', id }, { reason: 'insult' })
  const [row] = await cases()
  expect(row).toMatchObject({ origin: 'report', text: { author: '' } })
  expect((await caseOf(moderator, textKinds, row?.id ?? '')).history).toEqual([])
  await decideCase(moderator, textKinds, row?.id ?? '', { step: 'hide', reason: 'insult', words: 'Грубо' })
  const { tallies } = await resultsOf(reader, state, { version: null, by: null })
  const at = tallies[0]?.texts.findIndex(({ responseId }) => responseId === first[ids[0]?.indexOf(id) ?? -1])
  expect(tallies[0]?.texts[at ?? -1]).toMatchObject({
    text: '',
    hidden: expect.stringContaining('Грубо'),
  })
  // nobody's queue of own words names it, not even a guest's
  expect(await textKinds.response?.shown(as(null), [id])).toEqual([])
  const kept = await db.select().from(moderationCases).where(eq(moderationCases.objectId, id))
  expect(kept.map(({ authorId }) => authorId)).toEqual([null])
})
