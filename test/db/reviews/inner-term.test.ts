/** The term of a closed stage, and what is said of its remarks: nobody decides there. */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { settledQuery } from '#app/domain/reviews/anchors/settled-places.server.ts'
import { cancelDiscussion } from '#app/domain/reviews/course/cancelling.server.ts'
import { changeStages } from '#app/domain/reviews/course/discussing.server.ts'
import { pauseDiscussion, resumeDiscussion } from '#app/domain/reviews/course/pausing.server.ts'
import { prolongStage } from '#app/domain/reviews/course/prolonging.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { stages } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { closedStage } from './closed-stage.ts'

test('however its term is moved, a closed stage does not outlast the open one', async ({
  given,
  acts,
  db,
}) => {
  const about = await given.discussed()
  const { inner, head } = await closedStage({ given, acts, db }, about)
  const mine = acts(head)
  const open =
    (await draftBySlug(mine, about.slug)).stages.find(({ kind }) => kind === 'discussion')?.lastDay ?? ''
  const stage = async () => {
    const [one] = (await draftBySlug(mine, inner.slug)).stages
    return { id: one?.id ?? '', firstDay: one?.firstDay ?? '', lastDay: one?.lastDay ?? '' }
  }
  const before = await stage()
  expect([open, before.lastDay]).toEqual(['2026-03-12', '2026-03-12'])
  const late = { code: 'inner-late', facts: { day: open } }
  const moved = [{ ...before, lastDay: '2026-03-13' }]
  await expect(changeStages(mine, inner.id, moved)).rejects.toMatchObject(late)
  const longer = { stageId: before.id, lastDay: '2026-03-13', reason: 'Не успели' }
  await expect(prolongStage(mine, inner.id, longer)).rejects.toMatchObject(late)
  await changeStages(mine, inner.id, [{ ...before, lastDay: '2026-03-11' }])
  // what a pause carries on ends with the open stage
  await pauseDiscussion(acts(head, '2026-03-04T09:00:00Z'), inner.id, { reason: 'Каникулы' })
  await resumeDiscussion(acts(head, '2026-03-11T09:00:00Z'), inner.id, { reason: 'Собрались' })
  expect((await stage()).lastDay).toBe(open)
  const [row] = await db.select().from(stages).where(eq(stages.id, before.id))
  expect(row?.lastDay).toBe(open)
})

test('remarks of a closed stage wait for no decision: they are in the position or are not', async ({
  given,
  acts,
  as,
  db,
}) => {
  const about = await given.discussed()
  const { inner, head, member, other } = await closedStage({ given, acts, db }, about)
  await given.remark(inner, { by: other, words: 'трёх', body: 'Второе' })
  await given.remark(about, { by: member, body: 'В открытом' })
  const said = async () => {
    const { remarks } = await versionView(acts(member), inner.id, 1)
    return remarks.map(({ inPosition }) => inPosition)
  }
  expect(await said()).toEqual(['gathering', 'gathering'])
  const words = { kind: 'criticism', weight: 'editorial', body: 'Позиция', grounds: '' } as const
  await gatherItem(acts(head), inner.id, { ...words, replacement: '', remarks: [1], place: 1 })
  expect(await said()).toEqual(['taken', 'gathering'])
  await cancelDiscussion(acts(head), inner.id, { reason: 'Собрались иначе', ground: 'Решение совета' })
  const own = await fatesOf(acts(other))
  expect(own.map(({ inPosition }) => inPosition)).toEqual(['left'])
  expect((await versionView(as(null), about.id, 1)).remarks.map(({ inPosition }) => inPosition)).toEqual([
    null,
  ])
})

test('settled places of a draft are found by their own index', async ({ given, db, as }) => {
  const draft = await given.discussed()
  const plan = await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const query = settledQuery({ ...as(null), db: tx as never }, draft.id, draft.versionId)
    return tx.execute(sql`explain ${query.getSQL()}`)
  })
  expect(JSON.stringify(plan)).toContain('resolutions_confirmed')
})
