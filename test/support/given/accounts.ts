/** Factories of people, sign-ins, grants, organisations and municipalities. Each call makes new ones. */
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { type Actor, dayOf } from '#app/domain/ctx.ts'
import type { Db } from '#db/client.ts'
import type { ScopeKind } from '#db/reach/viewer.ts'
import {
  employments,
  grants,
  municipalities,
  organisations,
  people,
  successions,
  users,
} from '#db/schema/index.ts'

type Person = typeof people.$inferSelect
type Organisation = typeof organisations.$inferSelect
type UserOptions = {
  role?: string
  scopeKind?: ScopeKind
  scopeId?: string | null
  /** of the grant; by default for ever */
  during?: string
  person?: Person
  /** also employed there, which is what `own` means for a grant over the region */
  employedAt?: string
  email?: string
  passwordHash?: string
  emailConfirmed?: boolean
  /** the day of the returned actor's powers */
  today?: string
}

let made = 0

export const accountsGiven = (db: Db) => {
  const person = async (values: Partial<typeof people.$inferInsert> = {}): Promise<Person> => {
    made += 1
    const [row] = await db
      .insert(people)
      .values({
        familyName: `Берёзкина-${made}`,
        givenName: 'Анна',
        patronymic: 'Львовна',
        source: 'demo',
        ...values,
      })
      .returning()
    return row as Person
  }

  const grant = async (
    values: Omit<typeof grants.$inferInsert, 'during' | 'ground'> & { during?: string; ground?: string },
  ) => {
    const [row] = await db
      .insert(grants)
      .values({ during: '[2020-01-01,)', ground: 'для проверки', ...values })
      .returning()
    return row as typeof grants.$inferSelect
  }

  /** A user, with a grant when `role` is named, as the Actor it is on `today`. */
  const user = async (options: UserOptions = {}): Promise<Actor> => {
    const someone = options.person ?? (await person())
    const id = uuidv7()
    await db.insert(users).values({
      id,
      personId: someone.id,
      email: options.email ?? `${id}@test.example`,
      passwordHash: options.passwordHash ?? '!',
      emailConfirmedAt: options.emailConfirmed === false ? null : new Date('2026-01-01T00:00:00Z'),
    })
    if (options.employedAt) {
      await db.insert(employments).values({
        personId: someone.id,
        organisationId: options.employedAt,
        post: 'методист',
        during: '[2020-01-01,)',
      })
    }
    if (options.role) {
      await grant({
        personId: someone.id,
        role: options.role,
        scopeKind: options.scopeKind ?? 'region',
        scopeId: options.scopeId ?? null,
        ...(options.during ? { during: options.during } : {}),
      })
    }
    return actor(id, options.today)
  }

  /** The actor of a user on a day, by default on the day of `ctxOf`. */
  const actor = async (
    userId: string,
    today = dayOf(new Date('2026-03-02T09:00:00Z'), 'Asia/Yekaterinburg'),
  ): Promise<Actor> => {
    const found = await actorOf(db, { userId }, today)
    if (!found) throw new RangeError(`no user ${userId}`)
    return found
  }

  const municipality = async (values: Partial<typeof municipalities.$inferInsert> = {}) => {
    made += 1
    const [row] = await db
      .insert(municipalities)
      .values({
        code: `gorod-${uuidv7()}`,
        name: `Берёзовый округ ${made}`,
        kind: 'district',
        position: made,
        ...values,
      })
      .returning()
    return row as typeof municipalities.$inferSelect
  }

  const organisation = async (
    values: Partial<typeof organisations.$inferInsert> = {},
  ): Promise<Organisation> => {
    made += 1
    const [row] = await db
      .insert(organisations)
      .values({
        code: `shkola-${uuidv7()}`,
        name: `Вымышленная школа № ${made}`,
        shortName: `Школа № ${made}`,
        type: 'school',
        tier: 'institutional',
        source: 'demo',
        ...values,
      })
      .returning()
    return row as Organisation
  }

  /** One organisation went on as another. */
  const succession = async (before: { id: string }, after: { id: string }, day = '2023-07-17') => {
    await db.insert(successions).values({ predecessorId: before.id, successorId: after.id, day })
  }

  const userOf = async (userId: string) => {
    const [row] = await db.select().from(users).where(eq(users.id, userId))
    return row as typeof users.$inferSelect
  }

  return { person, user, actor, userOf, grant, organisation, municipality, succession }
}
