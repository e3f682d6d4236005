/** A person's own card: names, language of letters, closed contacts. */
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { people, users } from '#db/schema/index.ts'
import type { Contacts, Profile } from './forms.ts'

export interface OwnContacts {
  email: string | null
  phone: string | null
}

/** Changes the own name and language of letters. Names printed in orders and conclusions stay as they were signed. */
export async function changeProfile(ctx: ActingCtx, value: z.output<typeof Profile>): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { familyName, givenName, patronymic, locale } = value
    const [before] = await ctx.db.select().from(people).where(eq(people.id, ctx.actor.personId)).for('update')
    await ctx.db
      .update(people)
      .set({ familyName, givenName, patronymic })
      .where(eq(people.id, ctx.actor.personId))
    await ctx.db.update(users).set({ locale }).where(eq(users.id, ctx.actor.userId))
    const renamed =
      before?.familyName !== familyName || before.givenName !== givenName || before.patronymic !== patronymic
    await record(ctx, 'person.changed', { kind: 'person', id: ctx.actor.personId }, { renamed })
  })
}

/** Own contacts from the closed base; the reading is logged like any other. */
export async function readOwnContacts(ctx: ActingCtx): Promise<OwnContacts> {
  const me = ctx.actor.personId
  const [row] = await ctx.db.execute<{ email: string | null; phone: string | null }>(
    sql`select email, phone from closed_contacts(${me}, 'own', ${uuidv7()}, ${me})`,
  )
  return { email: row?.email ?? null, phone: row?.phone ?? null }
}

/** Replaces the own contacts. The web login can write them through this one function and read none. */
export async function changeContacts(ctx: ActingCtx, value: z.output<typeof Contacts>): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const me = ctx.actor.personId
    await ctx.db.execute(
      sql`select closed_set_contacts(${me}, ${value.contactEmail || null}, ${value.phone || null})`,
    )
    await record(ctx, 'contacts.changed', { kind: 'person', id: me })
  })
}
