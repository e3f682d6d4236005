/** The signed-in person with today's powers, in one query: it runs for every request with a session. */
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { users } from '#db/schema/index.ts'
import { type HeldGrant, obliges, powersOf } from './powers.ts'

type Row = {
  personId: string
  userId: string
  number: number
  familyName: string
  givenName: string
  patronymic: string
  emailConfirmed: boolean
  enrolled: boolean
  grants: HeldGrant[]
}

/** The actor of a user on a legal day, or null when there is no such user or the sign-in is closed. */
export async function actorOf(db: Db, { userId }: { userId: string }, today: string): Promise<Actor | null> {
  const [row] = await db.execute<Row>(sql`
    select p.id as "personId", u.id as "userId", p.number, p.family_name as "familyName", p.given_name as "givenName",
      p.patronymic, u.email_confirmed_at is not null as "emailConfirmed",
      exists (select 1 from second_factors f where f.user_id = u.id) as enrolled,
      coalesce((
        select json_agg(json_build_object(
          'role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id, 'deputyOfId', holder.deputy_of_id,
          'organisationIds', case when g.scope_kind = 'region' then array(
            select e.organisation_id from employments e where e.person_id = g.person_id and e.during @> ${today}::date
            union select a.organisation_id from assignments a where a.duty = g.role and a.during @> ${today}::date
          ) else '{}' end) order by g.id)
        from (
          select p.id as person_id, null::uuid as deputy_of_id
          union select d.person_id, d.person_id from deputies d where d.deputy_id = p.id and d.during @> ${today}::date
        ) holder
        join grants g on g.person_id = holder.person_id and g.during @> ${today}::date
      ), '[]') as grants
    from users u join people p on p.id = u.person_id
    where u.id = ${userId} and u.disabled_at is null`)
  if (!row) return null
  const { grants, enrolled, ...person } = row
  const { roles } = content()
  const secondFactor = { obliged: obliges(grants, roles), enrolled }
  return { ...person, secondFactor, powers: powersOf(grants, roles), today }
}

/** The actor of a person on a legal day, for jobs that go on without their request; null without an account. */
export async function actorOfPerson(db: Db, personId: string | null, today: string): Promise<Actor | null> {
  if (!personId) return null
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.personId, personId))
  return user ? actorOf(db, { userId: user.id }, today) : null
}
