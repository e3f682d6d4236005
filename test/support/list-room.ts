/** A room for tests of lists: who draws them up and who agrees, the bodies, a direction; and an order that is entered. */
import { and, eq, sql } from 'drizzle-orm'
import { enterListOrder } from '#app/domain/assessment/registering.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { organisations, statuses } from '#db/schema/index.ts'
import { type Acts, test as base, type Given } from '#test/support/database.ts'
import { bodies, entryOf } from '#test/support/given/lists.ts'

/** `test` with a room of its own; the bodies are made once in a file. */
export const test = base.extend<{ room: Awaited<ReturnType<typeof roomOf>> }>({
  room: async ({ given, acts }, use) => use(await roomOf(given, acts)),
})

async function roomOf(given: Given, acts: Acts) {
  const author = acts(await given.user({ role: 'operator' }))
  const approver = acts(await given.user({ role: 'ministry' }))
  const [ministry] = await named(author, 'ministry')
  const [operator] = await named(author, 'ccopmkp')
  const known = ministry && operator ? { ministry, operator } : await bodies(given)
  return { ...known, author, approver, direction: await given.registry.direction() }
}

const named = (ctx: ActingCtx, code: string) =>
  ctx.db.select().from(organisations).where(eq(organisations.code, code))

/** Statuses of a person as believed now. */
export const heldBy = (ctx: ActingCtx, personId: string) =>
  ctx.db
    .select()
    .from(statuses)
    .where(and(eq(statuses.personId, personId), sql`upper_inf(known) and not isempty(during)`))

/** Looks at the order's list and enters it. */
export async function registered(ctx: ActingCtx, id: string, values: Parameters<typeof entryOf>[2] = {}) {
  const entry = await entryOf(ctx, id, values)
  const shown = await enterListOrder(ctx, id, entry)
  if ('slug' in shown) throw new RangeError('registered unseen')
  const done = await enterListOrder(ctx, id, { ...entry, seen: shown.seal })
  if (!('slug' in done)) throw new RangeError('not registered')
  return done.slug
}
