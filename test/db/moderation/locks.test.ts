/** One order of locks: the draft, then its texts. Whoever holds a draft never waits for a row that waits for the draft. */
import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { stepIn } from '#app/domain/moderation/intervening.server.ts'
import { lockDraft } from '#app/domain/reviews/facts.server.ts'
import { dissent, dissentsOf } from '#app/domain/reviews/inner/dissenting.server.ts'
import { signPosition } from '#app/domain/reviews/inner/filing.server.ts'
import { gatherItem } from '#app/domain/reviews/inner/gathering.server.ts'
import { answerObjection, objectToRecord } from '#app/domain/reviews/remarks/objecting.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import type { Db } from '#db/client.ts'
import { recordObjections } from '#db/schema/index.ts'
import { closedStage } from '#test/db/reviews/closed-stage.ts'
import { test } from '#test/support/database.ts'

/** Until somebody in this database waits for a lock. */
async function somebodyWaits(db: Db): Promise<void> {
  for (let asked = 0; asked < 500; asked += 1) {
    const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from pg_locks l
      join pg_stat_activity a on a.pid = l.pid where a.datname = current_database() and not l.granted`)
    if ((row?.n ?? 0) > 0) return
    await new Promise((later) => setTimeout(later, 20))
  }
  throw new RangeError('nobody waits')
}

/** Runs `first` under the lock of the draft, once `second` has begun and waits. */
async function crossed(
  { db, draftId }: { db: Db; draftId: string },
  holder: ActingCtx,
  first: (ctx: ActingCtx) => Promise<unknown>,
  second: () => Promise<unknown>,
) {
  let waiting: Promise<unknown> = Promise.resolve()
  const held = db.transaction(async (tx) => {
    const ctx = { ...holder, db: tx as unknown as Db }
    await lockDraft(ctx, draftId)
    waiting = second()
    await Promise.race([somebodyWaits(db), waiting])
    return first(ctx)
  })
  return Promise.allSettled([
    held,
    held.then(
      () => waiting,
      () => waiting,
    ),
  ])
}

const hide = { step: 'hide', reason: 'insult' } as const

test('an objection is answered while a moderator hides it: both are done, none is thrown out', async ({
  given,
  acts,
  db,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft, { body: 'Записано не так' })
  const objection = await objectToRecord(acts(author), id, 'Я сказал иначе')
  const secretary = acts(await given.user({ role: 'moderator' }))
  const keeper = acts(draft.institute)
  const done = await crossed(
    { db, draftId: draft.id },
    keeper,
    (ctx) => answerObjection(ctx, id, { answer: 'Запись верна', corrected: null }),
    () => stepIn(secretary, textKinds, { kind: 'objection', id: objection }, hide),
  )
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  const [row] = await db.select().from(recordObjections).where(eq(recordObjections.id, objection))
  expect(row).toMatchObject({ answer: 'Запись верна', veil: 'hidden' })
})

test('an opinion that comes out while its moderator looks at it is judged where it stands now', async ({
  given,
  acts,
  db,
}) => {
  const about = await given.discussed()
  const { inner, head, member } = await closedStage({ given, acts, db }, about)
  const words = { kind: 'criticism', weight: 'editorial', body: 'Позиция', grounds: '' } as const
  await gatherItem(acts(head), inner.id, { ...words, replacement: '', remarks: [1], place: 1 })
  await dissent(acts(member), inner.id, 'Я против')
  const [own] = await dissentsOf(acts(member), inner.id)
  const [signed, stepped] = await crossed(
    { db, draftId: inner.id },
    acts(head),
    (ctx) => signPosition(ctx, inner.id, 'Директор'),
    () => stepIn(acts(head), textKinds, { kind: 'dissent', id: own?.id ?? '' }, hide),
  )
  expect(signed.status).toBe('fulfilled')
  expect(stepped).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } })
})
