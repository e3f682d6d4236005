/** Text typed and not sent: kept until it is sent or dropped, across errors, lost connections and sign-out. */
import { and, eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { unsentTexts } from '#db/schema/index.ts'

/** More than any form holds; beyond it somebody is storing files. */
const MAX_CHARACTERS = 60_000

/** Keeps the fields of the form named by `key` (e.g. `remark:<draft id>`); the last keeping wins. */
export async function keepUnsent(ctx: ActingCtx, key: string, fields: Record<string, string>): Promise<void> {
  const size = Object.entries(fields).reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    key.length,
  )
  if (size > MAX_CHARACTERS) throw new Problem('too-long')
  const values = { personId: ctx.actor.personId, key, fields, savedAt: ctx.now }
  await ctx.db
    .insert(unsentTexts)
    .values(values)
    .onConflictDoUpdate({
      target: [unsentTexts.personId, unsentTexts.key],
      set: { fields, savedAt: ctx.now },
    })
}

/** What was kept under the key, or null. */
export async function unsentOf(
  ctx: ActingCtx,
  key: string,
): Promise<{ fields: Record<string, string>; savedAt: Date } | null> {
  const [row] = await ctx.db.select().from(unsentTexts).where(own(ctx, key))
  return row ? { fields: row.fields, savedAt: row.savedAt } : null
}

/** Forgets it: called when the form was sent, inside its command's transaction. */
export async function dropUnsent(ctx: ActingCtx, key: string): Promise<void> {
  await ctx.db.delete(unsentTexts).where(own(ctx, key))
}

function own(ctx: ActingCtx, key: string) {
  return and(eq(unsentTexts.personId, ctx.actor.personId), eq(unsentTexts.key, key))
}
