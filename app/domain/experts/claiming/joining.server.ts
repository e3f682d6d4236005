/**
 * Joining: the account of a person who signed up passes to the entry that is theirs. The entry's number and names stay
 * as its orders made them; what the person may do, consented to and is told of goes along, and so do own remarks,
 * which keep the number they were published under. All else that was signed stays with the first number, which leads
 * to the entry from now on.
 */
import { eq, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { consents, people, users } from '#db/schema/index.ts'

// Table and column. Nothing here is unique per person but what an entry without an account cannot have.
const moved = [
  ['grants', 'person_id'],
  ['deputies', 'person_id'],
  ['deputies', 'deputy_id'],
  ['unsent_texts', 'person_id'],
  ['notifications', 'person_id'],
  ['subscriptions', 'person_id'],
  ['remarks', 'author_id'],
  ['replies', 'author_id'],
] as const

/** Moves the account; the caller holds the locks of both people and has seen that the entry has none. */
export async function joinEntry(ctx: ActingCtx, personId: string, entryId: string): Promise<void> {
  const [user] = await ctx.db
    .update(users)
    .set({ personId: entryId })
    .where(eq(users.personId, personId))
    .returning()
  await ctx.db.update(consents).set({ personId: entryId }).where(eq(consents.personId, personId))
  for (const [table, column] of moved) {
    const [name, key] = [sql.identifier(table), sql.identifier(column)]
    await ctx.db.execute(sql`update ${name} set ${key} = ${entryId} where ${key} = ${personId}`)
  }
  await ctx.db.update(people).set({ mergedIntoId: entryId }).where(eq(people.id, personId))
  if (user) await ctx.db.execute(sql`select closed_set_email(${entryId}, ${user.email})`)
  await ctx.db.execute(sql`select closed_set_contacts(${personId}, null, null)`)
}
