/** What waits for an answer of the actor: remarks assigned, by document, until an answer is proposed or decided on. */
import { expect } from 'vitest'
import { assignedTo } from '#app/domain/reviews/decisions/assigned.server.ts'
import { assign, recommend } from '#app/domain/reviews/decisions/assigning.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { test } from '#test/support/database.ts'

test('assigned remarks stand by document with the nearest day, and leave when answered, decided or taken back', async ({
  acts,
  given,
}) => {
  const draft = await given.discussed()
  const remarks = [await given.remark(draft), await given.remark(draft, { body: 'Иное замечание' })]
  const third = await given.remark(draft, { body: 'Третье замечание' })
  const organisation = draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId
  const executor = await given.developer('executor', organisation ?? '')
  const [ctx, mine] = [acts(draft.institute), acts(executor)]
  const give = (remarkIds: string[], dueDay: string | null, executorId: string | null = executor.personId) =>
    assign(ctx, draft.id, { remarkIds, executorId, dueDay })
  const waiting = async () => (await assignedTo(mine)).map(({ slug, count, dueDay }) => [slug, count, dueDay])
  expect(await waiting()).toEqual([])
  const [first = '', second = ''] = remarks.map(({ id }) => id)
  await give([first], '2026-03-12')
  await give([second], '2026-03-10')
  await give([third.id], null)
  expect(await waiting()).toEqual([[draft.slug, 3, '2026-03-10']])
  expect(await assignedTo(ctx)).toEqual([])

  const words = { decision: 'accepted', reason: 'Поправка верна' } as const
  await recommend(mine, second, words)
  expect(await waiting()).toEqual([[draft.slug, 2, '2026-03-12']])
  await decide(ctx, first, words)
  expect(await waiting()).toEqual([[draft.slug, 1, null]])
  await give([third.id], null, null)
  expect(await waiting()).toEqual([])
})
