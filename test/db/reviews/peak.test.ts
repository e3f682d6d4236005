/** The deadline day: many people at once on real connections while the stage ends. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { prolongStage } from '#app/domain/reviews/course/prolonging.server.ts'
import { termAt } from '#app/domain/reviews/course/terms.ts'
import { draftState } from '#app/domain/reviews/facts.server.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { connect } from '#db/client.ts'
import { people, remarks } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const ZONE = 'Asia/Yekaterinburg'
const MIDNIGHT = Date.parse('2026-03-12T19:00:00Z') // 24:00 of 12 March in the zone; the server counts in UTC

test('two hundred people comment in the minute in which the stage ends: none lost, none taken late', {
  timeout: 120_000,
}, async ({ given, database, db, as }) => {
  const draft = await given.discussed()
  const [{ blockId } = { blockId: '' }] = await blocksOfVersion(as(null), draft.versionId)
  const model = await given.user()
  // Two hundred people by two statements: what is tried here are their remarks.
  const made = await db
    .insert(people)
    .values(
      Array.from({ length: 200 }, (_, i) => ({
        familyName: `Участник${i}`,
        givenName: 'Анна',
        source: 'signup' as const,
      })),
    )
    .returning({ id: people.id })
  const connections = connect(database.ownerUrl, { max: 24, role: 'rses_web' })
  try {
    const answers = await Promise.all(
      made.map(async ({ id }, i) => {
        const now = new Date(MIDNIGHT + (i - 100) * 300) // from half a minute before to half a minute after
        const ctx = { db: connections.db, actor: { ...model, personId: id }, now, zone: ZONE }
        const input = {
          draftId: draft.id,
          versionId: draft.versionId,
          fromBlockId: blockId,
          kind: 'criticism' as const,
        }
        return leaveRemark(ctx, { ...input, body: `Успеваю к сроку, участник ${i}` }).then(
          ({ number }) => ({ i, number }),
          (error: { code?: string }) => ({ i, code: error.code }),
        )
      }),
    )
    const taken = answers.flatMap((answer) => ('number' in answer ? [answer] : []))
    expect(taken.map(({ i }) => i)).toEqual(Array.from({ length: 100 }, (_, i) => i))
    expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 1),
    )
    expect(new Set(answers.flatMap((answer) => ('code' in answer ? [answer.code] : [])))).toEqual(
      new Set(['discussion-closed']),
    )
    const rows = await db.select().from(remarks).where(eq(remarks.draftId, draft.id))
    expect(rows).toHaveLength(100)
    const stage = (
      await draftState({ db, actor: draft.institute, now: new Date(), zone: ZONE }, draft.id)
    ).stages.find(({ kind }) => kind === 'discussion')
    for (const row of rows) {
      expect([row.stageId, row.late]).toEqual([stage?.id, false])
      expect(stage && termAt(stage, row.receivedAt, ZONE)).toBe('within')
    }
  } finally {
    await connections.end()
  }
})

test('while forty comment the stage is prolonged, then called off: what was answered with a number is there', {
  timeout: 60_000,
}, async ({ given, acts, db }) => {
  const draft = await given.discussed()
  const authors = await Promise.all(Array.from({ length: 8 }, () => given.user()))
  const { stages } = await draftState(acts(draft.institute), draft.id)
  const stageId = stages.find(({ kind }) => kind === 'discussion')?.id ?? ''
  const said = Array.from({ length: 40 }, (_, i) => {
    const words = { body: `Пока идут перемены, ${i}`, ...(authors[i % 8] ? { by: authors[i % 8] } : {}) }
    return given.remark(draft, words as { body: string }).then(
      ({ number }) => number,
      (error: { code?: string }) => error.code,
    )
  })
  const prolonged = prolongStage(acts(draft.institute), draft.id, {
    stageId,
    lastDay: '2026-03-20',
    reason: 'Спор',
  })
  const ended = prolonged.then(() =>
    cancelDiscussion(acts(draft.institute), draft.id, { reason: 'Отменено поручение', ground: 'Приказ № 5' }),
  )
  const answers = await Promise.all(said)
  await ended
  const numbers = answers.filter((answer) => typeof answer === 'number').sort((a, b) => a - b)
  const rows = await db.select({ number: remarks.number }).from(remarks).where(eq(remarks.draftId, draft.id))
  expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(numbers)
  for (const answer of answers) if (typeof answer !== 'number') expect(answer).toBe('discussion-cancelled')
  await expect(given.remark(draft, { body: 'После снятия' })).rejects.toMatchObject({
    code: 'discussion-cancelled',
  })
})
