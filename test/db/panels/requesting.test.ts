/** Asking for a panel: a form sent three times is one request. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { cancelPanel } from '#app/domain/panels/requesting.server.ts'
import { panels } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'

test('three presses ask for one panel; other terms, or a panel taken back, make another', async ({
  given,
  as,
  db,
}) => {
  const draft = await given.draft()
  const [direction, second] = [await given.direction(), await given.direction()]
  const ask = (change = {}) => given.panel({ draft, direction, ...change })
  const made = await Promise.all([ask(), ask(), ask()])
  expect(new Set(made.map(({ number }) => number)).size).toBe(1)
  const known = () => db.select().from(panels).where(eq(panels.draftId, draft.id))
  expect(await known()).toHaveLength(1)
  await ask({ size: 5 })
  await ask({ directions: [direction, second] })
  await ask({ directions: [second, direction] })
  expect(await known()).toHaveLength(3)
  await cancelPanel(as(draft.institute) as ActingCtx, made[0]?.id ?? '', 'Ошибка в запросе')
  await ask()
  expect(await known()).toHaveLength(4)
})
