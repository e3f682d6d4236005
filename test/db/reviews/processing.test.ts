/** The working side of remarks: who prepares which answer, groups with one answer, the chain, ready answers, races. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { assign, executorsOf, recommend } from '#app/domain/reviews/decisions/assigning.server.ts'
import {
  addBoilerplate,
  boilerplatesOf,
  retireBoilerplate,
} from '#app/domain/reviews/decisions/boilerplating.server.ts'
import {
  changeChain,
  confirmDecisions,
  unconfirmedIn,
} from '#app/domain/reviews/decisions/chaining.server.ts'
import { companionsOf } from '#app/domain/reviews/decisions/companions.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import {
  dissolveGroup,
  groupRemarks,
  groupsOf,
  likelyGroups,
} from '#app/domain/reviews/decisions/grouping.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { notifications, remarkAssignments } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

const organisationOf = (actor: Actor) =>
  actor.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''

test('an executor of the developer gets remarks with a day, recommends on them alone, decides on none', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const [mine, other] = [await given.remark(draft), await given.remark(draft, { body: 'Иное замечание' })]
  const organisation = organisationOf(draft.institute)
  const executor = await given.developer('executor', organisation)
  const outsider = await given.developer('executor')
  const ctx = acts(draft.institute)
  expect((await executorsOf(ctx, organisation, '2026-03-02')).map(({ id }) => id)).toEqual(
    expect.arrayContaining([draft.institute.personId, executor.personId]),
  )
  const give = (executorId: string, dueDay = '2026-03-10') =>
    assign(ctx, draft.id, { remarkIds: [mine.id], executorId, dueDay })
  await expect(give(outsider.personId)).rejects.toMatchObject({ code: 'executor-unknown' })
  await expect(give(executor.personId, '2026-02-01')).rejects.toMatchObject({ code: 'term-past' })
  await expect(
    assign(acts(executor), draft.id, { remarkIds: [mine.id], executorId: executor.personId }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await give(draft.institute.personId)
  await give(executor.personId)
  const rows = await db.select().from(remarkAssignments).where(eq(remarkAssignments.remarkId, mine.id))
  expect(rows.filter(({ endedAt }) => endedAt === null)).toMatchObject([{ executorId: executor.personId }])
  expect(
    await db.select().from(notifications).where(eq(notifications.personId, executor.personId)),
  ).toMatchObject([{ kind: 'remarks.assigned' }])

  const words = { decision: 'accepted', reason: 'Поправка верна' } as const
  await recommend(acts(executor), mine.id, words)
  await expect(recommend(acts(executor), other.id, words)).rejects.toMatchObject({ code: 'not-assigned' })
  await expect(decide(acts(executor), mine.id, words)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(recommend(acts(mine.author), mine.id, words)).rejects.toMatchObject({ code: 'forbidden' })
})

test('the chain: no decision before a recommendation, no summary before the signatory', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const { id } = await given.remark(draft)
  const ctx = acts(draft.institute)
  const secretary = await given.developer('secretary', organisationOf(draft.institute))
  await expect(
    changeChain(acts(secretary), draft.id, { executor: true, signatory: true }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await changeChain(ctx, draft.id, { executor: true, signatory: true })
  const answer = { decision: 'rejected', reason: 'Срок задан законом' } as const
  await expect(decide(ctx, id, answer)).rejects.toMatchObject({ code: 'recommendation-missing' })
  await recommend(ctx, id, answer)
  await decide(ctx, id, answer)
  await expect(publishSummary(ctx, draft.id)).rejects.toMatchObject({ code: 'decisions-unconfirmed' })
  await expect(confirmDecisions(acts(secretary), draft.id)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await confirmDecisions(ctx, draft.id)).toBe(1)
  await decide(ctx, id, { decision: 'noted', reason: 'Передумали' })
  expect(await unconfirmedIn(ctx, draft.id)).toBe(1)
  await confirmDecisions(ctx, draft.id)
  await publishSummary(ctx, draft.id)
})

test('alike remarks are found whatever the endings, order of words and ё; one answer tells each author', async ({
  given,
  acts,
  as,
  db,
}) => {
  const draft = await given.discussed()
  const bodies = [
    'Срок заполнения экспертного листа слишком мал, его нужно увеличить до пяти рабочих дней',
    'Слишком малый срок заполнения экспертных листов: нужно его увеличивать до пяти рабочих дней!',
    'В реестре не хватает сведений о муниципалитете и языке преподавания учителя',
  ]
  const left = []
  for (const body of bodies) left.push(await given.remark(draft, { body }))
  const [first, second, third] = left
  if (!first || !second || !third) throw new RangeError('three remarks')
  const ctx = acts(draft.institute)
  expect(await likelyGroups(ctx, draft.id)).toMatchObject([
    { remarks: [{ number: first.number }, { number: second.number }] },
  ])
  expect((await groupsOf(ctx, draft.id)).size).toBe(0)
  await expect(
    groupRemarks(acts(first.author), draft.id, { remarkIds: [first.id, second.id], kind: 'similar' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    groupRemarks(ctx, draft.id, { remarkIds: [first.id, first.id], kind: 'similar' }),
  ).rejects.toMatchObject({ code: 'group-small' })
  const stranger = await given.discussed()
  const foreign = await given.remark(stranger)
  await expect(
    groupRemarks(ctx, draft.id, { remarkIds: [first.id, foreign.id], kind: 'similar' }),
  ).rejects.toMatchObject({ code: 'group-small' })

  const group = await groupRemarks(ctx, draft.id, { remarkIds: [first.id, second.id], kind: 'copies' })
  expect(await companionsOf(ctx, first.id)).toMatchObject([{ number: second.number }])
  await decide(ctx, first.id, { decision: 'accepted', reason: 'Срок увеличен', seen: null, together: true })
  for (const { author, number } of [first, second]) {
    const { decisions } = await threadOf(as(null), draft.id, number)
    expect(decisions).toMatchObject([{ decision: 'accepted', reason: 'Срок увеличен' }])
    const told = await db.select().from(notifications).where(eq(notifications.personId, author.personId))
    expect(told.map(({ kind }) => kind)).toContain('remark.decided')
  }
  expect((await threadOf(as(null), draft.id, third.number)).decisions).toEqual([])
  await dissolveGroup(ctx, group)
  expect(await companionsOf(ctx, first.id)).toEqual([])
  await expect(dissolveGroup(ctx, group)).rejects.toMatchObject({ code: 'conflict' })
})

test('two who decide at once: one chain of answers, the second is told of the first', async ({
  given,
  acts,
}) => {
  const draft = await given.discussed()
  const { id, number } = await given.remark(draft)
  const colleague = await given.developer('institute', organisationOf(draft.institute))
  const both = await Promise.allSettled([
    decide(acts(draft.institute), id, { decision: 'accepted', reason: 'Да', seen: null }),
    decide(acts(colleague), id, { decision: 'rejected', reason: 'Нет', seen: null }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const failed = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(failed.reason).toMatchObject({ code: 'stale' })
  expect((await threadOf(acts(colleague), draft.id, number)).decisions).toHaveLength(1)
})

test('ready answers are the developer’s own, and say where they were used', async ({ given, acts }) => {
  const draft = await given.discussed()
  const { id, number } = await given.remark(draft)
  const ctx = acts(draft.institute)
  const organisation = organisationOf(draft.institute)
  const ready = await addBoilerplate(ctx, draft.id, 'Предложение внесено в текст.')
  expect(await addBoilerplate(ctx, draft.id, ' Предложение внесено в текст. ')).toBe(ready)
  await decide(ctx, id, { decision: 'accepted', reason: '', boilerplateId: ready })
  expect(await boilerplatesOf(ctx, organisation)).toMatchObject([{ used: [{ slug: draft.slug, number }] }])
  const other = await given.discussed()
  const foreign = await given.remark(other)
  const theirs = acts(other.institute)
  await expect(
    decide(theirs, foreign.id, { decision: 'accepted', reason: '', boilerplateId: ready }),
  ).rejects.toMatchObject({ code: 'invalid', field: 'boilerplateId' })
  await expect(retireBoilerplate(theirs, other.id, ready)).rejects.toMatchObject({ code: 'not-found' })
  await retireBoilerplate(ctx, draft.id, ready)
  expect(await boilerplatesOf(ctx, organisation)).toEqual([])
  expect((await threadOf(ctx, draft.id, number)).remark.decision?.reason).toBe('Предложение внесено в текст.')
})
