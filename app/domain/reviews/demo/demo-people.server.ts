/** The people of the demonstration as they act in its stories: with the powers a developer's employee has at home. */
import { asc, eq, sql } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { organisations, people, statuses, users } from '#db/schema/index.ts'

export interface DemoCast {
  /** the person of a login, or the expert with this place */
  actor(who: string | number, day: string): Actor
  /** the same with the rights of the developer over an organisation */
  developer(login: string, organisationId: string, day: string): Actor
  expertIds: string[]
  organisationIds: Map<string, string>
}

type Person = {
  id: string
  userId: string
  number: number
  familyName: string
  givenName: string
  patronymic: string
  login: string
}

/** Everybody who may speak: the sign-ins of the demonstration and its first experts by public number. */
export async function castOf(db: Db, today: string): Promise<DemoCast> {
  const named = await signIns(db)
  const experts = await expertsOf(db, today)
  const rows = await db.select({ id: organisations.id, code: organisations.code }).from(organisations)
  const actor = (who: string | number, day: string): Actor => {
    const person =
      typeof who === 'number' ? experts[who % experts.length] : named.find(({ login }) => login === who)
    if (!person) throw new RangeError(`the demonstration has no ${who}`)
    const { id, login: _login, ...rest } = person
    return { ...rest, personId: id, emailConfirmed: true, powers: [], today: day }
  }
  return {
    actor,
    developer: (login, organisationId, day) => ({ ...actor(login, day), powers: powersAt(organisationId) }),
    expertIds: experts.map(({ id }) => id),
    organisationIds: new Map(rows.map(({ code, id }) => [code, id])),
  }
}

/** The ctx of somebody at a moment of the past. */
export function ctxAt(db: Db, actor: Actor, now: Date, zone: string): ActingCtx {
  return { db, actor, now, zone }
}

function powersAt(organisationId: string): Actor['powers'] {
  const developer = content().roles.roles.find(
    ({ can }) => 'discussion.open' in can && can['discussion.open'] === 'own',
  )
  return Object.keys(developer?.can ?? {}).map((capability) => ({
    capability,
    scopeKind: 'organisation',
    scopeId: organisationId,
  }))
}

const fields = {
  id: people.id,
  number: people.number,
  familyName: people.familyName,
  givenName: people.givenName,
  patronymic: people.patronymic,
}

async function signIns(db: Db): Promise<Person[]> {
  const rows = await db
    .select({ ...fields, userId: users.id, email: users.email })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(people.source, 'demo'))
  return rows.map(({ email, ...person }) => ({ ...person, login: email.split('@')[0] ?? '' }))
}

async function expertsOf(db: Db, today: string): Promise<Person[]> {
  const rows = await db
    .selectDistinct(fields)
    .from(people)
    .innerJoin(statuses, eq(statuses.personId, people.id))
    .where(sql`${people.source} = 'demo' and ${statuses.during} @> ${today}::date and upper_inf(${statuses.known})
      and not exists (select 1 from users u where u.person_id = ${people.id})`)
    .orderBy(asc(people.number))
    .limit(400)
  return rows.map((person) => ({ ...person, userId: '', login: '' }))
}
