/** A person's own card: names, language of letters, closed contacts. */
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { orderItems, people, users } from '#db/schema/index.ts'
import type { OwnCard } from './forms.ts'

export interface OwnContacts {
  email: string | null
  phone: string | null
}

/** Changes the own card. Names printed in orders and conclusions stay as they were signed. */
export async function changeCard(ctx: ActingCtx, value: z.output<typeof OwnCard>): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { familyName, givenName, patronymic, locale } = value
    const me = ctx.actor.personId
    const [before] = await ctx.db.select().from(people).where(eq(people.id, me)).for('update')
    const renamed =
      before?.familyName !== familyName || before.givenName !== givenName || before.patronymic !== patronymic
    // The registry shows names by days: whom an order names asks its keeper, and the name before stays known.
    if (renamed && (await isListed(ctx))) throw new Problem('name-by-request', {}, 'familyName')
    await ctx.db.update(people).set({ familyName, givenName, patronymic }).where(eq(people.id, me))
    await ctx.db.update(users).set({ locale }).where(eq(users.id, ctx.actor.userId))
    // The web login can write contacts through this one function; it reads them only with an entry in the log.
    await ctx.db.execute(
      sql`select closed_set_contacts(${me}, ${value.contactEmail ?? null}, ${value.phone || null})`,
    )
    await record(ctx, 'person.changed', { kind: 'person', id: me }, { renamed })
  })
}

async function isListed(ctx: ActingCtx): Promise<boolean> {
  const own = eq(orderItems.personId, ctx.actor.personId)
  const [line] = await ctx.db.select({ id: orderItems.id }).from(orderItems).where(own).limit(1)
  return line !== undefined
}

/** Own contacts from the closed base; the reading is logged like any other. */
export async function readOwnContacts(ctx: ActingCtx): Promise<OwnContacts> {
  const me = ctx.actor.personId
  const [row] = await ctx.db.execute<{ email: string | null; phone: string | null }>(
    sql`select email, phone from closed_contacts(${me}, 'own', ${uuidv7()}, ${me})`,
  )
  return { email: row?.email ?? null, phone: row?.phone ?? null }
}
