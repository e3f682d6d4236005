/** Closed data of the demonstration: who looked at whose contacts and why, and requests of the Ministry. */
import { eq } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { demoClosed } from '#content/closed-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { closedReads, instance, privateFields, users } from '#db/schema/index.ts'
import { demoAddress } from '#db/seed/index.ts'
import { readClosed } from './reading.server.ts'
import { answerClosed, requestClosed } from './requests.server.ts'

/** Tells it once. Without demo data, or when it is there, does nothing. */
export async function seedClosed(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: closedReads.id }).from(closedReads).limit(1)
  if (!day || told) return
  const { contacts, reads, requests } = demoClosed()
  await db.transaction(async (tx) => {
    const own = tx as unknown as Db
    const numbers = new Map<string, number>()
    for (const { login, ...fields } of contacts) {
      const someone = await actingAs(own, login, day)
      numbers.set(login, someone.actor.number)
      const row = { personId: someone.actor.personId, ...fields, updatedAt: someone.now }
      await tx
        .insert(privateFields)
        .values(row)
        .onConflictDoUpdate({ target: privateFields.personId, set: fields })
    }
    const numberOf = (login: string) => numbers.get(login) ?? 0
    for (const { reader, person, days, purpose, ...asked } of reads) {
      const ctx = await actingAs(own, reader, dayAfter(day, days))
      await readClosed(ctx, numberOf(person), { ...asked, reasonCode: purpose })
    }
    for (const { asker, person, days, purpose, decision, answer, term = 1, ...asked } of requests) {
      const on = dayAfter(day, days)
      const request = { ...asked, person: String(numberOf(person)), reasonCode: purpose }
      const number = await requestClosed(await actingAs(own, asker, on), request)
      if (!decision) continue
      const until = dayAfter(on, term)
      await answerClosed(await actingAs(own, 'operator', on), number, {
        decision,
        until,
        answer: answer ?? '',
      })
    }
  })
}

async function actingAs(db: Db, login: string, day: string): Promise<ActingCtx> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, demoAddress(login)))
  const actor = user && (await actorOf(db, { userId: user.id }, day))
  if (!actor) throw new RangeError(`the demonstration has no ${login}`)
  return { db, actor, now: new Date(`${day}T07:00:00Z`), zone: content().instance.timezone }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
