/** The accounts of the demo community, one a role, offered on the sign-in page while demo data are loaded. */
import { asc, eq, like } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'
import { people, users } from '#db/schema/index.ts'
import { demoPassword } from '#db/seed/demo-accounts.ts'

export interface DemoAccount {
  email: string
  password: string
  role: string
  name: string
}

/** Demo people with what they are here, in the order of the roles. */
export async function demoAccounts(ctx: Ctx, locale: Locale): Promise<DemoAccount[]> {
  const { roles, derived } = content().roles
  const known = [...roles, ...derived]
  const rows = await ctx.db
    .select({ email: users.email, familyName: people.familyName, givenName: people.givenName })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(like(users.email, '%@demo.example'))
    .orderBy(asc(users.id))
    .limit(50)
  return known.flatMap(({ code, title }) => {
    const row = rows.find(({ email }) => email === `${code}@demo.example`)
    if (!row) return []
    return [
      {
        email: row.email,
        password: demoPassword,
        role: title[locale],
        name: `${row.givenName} ${row.familyName}`,
      },
    ]
  })
}
