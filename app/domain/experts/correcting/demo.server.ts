/** What waits for the keeper of the registry in the demonstration: who says «это я», what is to be corrected and erased. */
import { eq, type SQL, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { claimEntry } from '#app/domain/experts/claiming/claiming.server.ts'
import { fileErasure } from '#app/domain/experts/erasing/erasing.server.ts'
import { content } from '#content/load.ts'
import { demoOwnData, type OwnDataStories } from '#content/own-data-stories.ts'
import type { Db } from '#db/client.ts'
import { corrections, instance, people, users } from '#db/schema/index.ts'
import { demoAddress } from '#db/seed/index.ts'
import { askCorrection, decideCorrection } from './correcting.server.ts'

type Correction = OwnDataStories['corrections'][number]
type Person = Omit<Actor, 'userId' | 'emailConfirmed' | 'powers' | 'today'>

/** Tells it once. Without demo data, or when it is there, does nothing. */
export async function seedOwnData(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: corrections.id }).from(corrections).limit(1)
  if (!day || told) return
  const stories = demoOwnData()
  await db.transaction(async (tx) => {
    const own = tx as unknown as Db
    const used = new Set<string>()
    for (const story of stories.claims) await tellClaim(own, dayAfter(day, story.day), { story, used })
    for (const story of stories.corrections) await tellCorrection(own, day, { story, used })
    for (const { direction, day: asked } of stories.erasures) {
      const person = await expertIn(own, direction, { used })
      if (person) await fileErasure(ctxOf(own, person, dayAfter(day, asked)))
    }
  })
}

/** Somebody of another family name and the same given ones, who signed up before saying so. */
async function tellClaim(
  db: Db,
  day: string,
  { story, used }: { story: OwnDataStories['claims'][number]; used: Set<string> },
) {
  const { direction, family, login, said } = story
  const entry = await expertIn(db, direction, { used, also: sql`p.gender = 'female'` })
  const [like] = await db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, demoAddress('participant')))
  if (!entry || !like) return
  const [id, userId, createdAt] = [uuidv7(), uuidv7(), momentOf(day)]
  const { givenName, patronymic } = entry
  const names = { familyName: family, givenName, patronymic, gender: 'female' as const }
  const [made] = await db
    .insert(people)
    .values({ id, ...names, source: 'demo', createdAt })
    .returning({ number: people.number })
  const account = { id: userId, personId: id, email: demoAddress(login), ...like }
  await db.insert(users).values({ ...account, emailConfirmedAt: createdAt, createdAt })
  const ctx = ctxOf(db, { personId: id, number: made?.number ?? 0, ...names }, day)
  await giveConsent(ctx, 'processing')
  await claimEntry(ctx, { number: String(entry.number), said })
}

async function tellCorrection(
  db: Db,
  day: string,
  { story, used }: { story: Correction; used: Set<string> },
) {
  const also = story.given ? sql`p.given_name = ${story.given}` : sql`p.gender = 'female'`
  const person = story.login
    ? await accountOn(db, story.login, day)
    : await expertIn(db, story.direction ?? '', { used, also })
  if (!person) return
  const [work] = await db.execute<{ organisation: string }>(sql`
    select o.name as organisation from employments e join organisations o on o.id = e.organisation_id
    where e.person_id = ${person.personId} and e.during @> ${day}::date order by e.id limit 1`)
  const named = story.kind === 'name' || story.kind === 'misspelt'
  const names = {
    ...{ familyName: story.family ?? person.familyName, givenName: story.right ?? person.givenName },
    patronymic: person.patronymic,
  }
  const asked = {
    ...{ familyName: '', givenName: '', patronymic: '', organisation: '', post: '' },
    ...(named ? names : {}),
    ...(story.post ? { organisation: work?.organisation ?? '', post: story.post } : {}),
    ...(story.since === undefined ? {} : { since: dayAfter(day, story.since) }),
  }
  const { kind, said, decided, decision = 'accept', reason } = story
  const id = await askCorrection(ctxOf(db, person, dayAfter(day, story.day)), { kind, said, ...asked })
  if (decided === undefined) return
  const on = dayAfter(day, decided)
  await decideCorrection(ctxOf(db, await accountOn(db, 'operator', on), on), id, {
    ...{ decision, reason, ...asked },
  })
}

/** The next expert of the direction whom no other story tells of. */
async function expertIn(
  db: Db,
  direction: string,
  { used, also = sql`true` }: { used: Set<string>; also?: SQL },
): Promise<Person | null> {
  const rows = await db.execute<Person & Record<string, unknown>>(sql`
    select p.id as "personId", p.number, p.family_name as "familyName", p.given_name as "givenName", p.patronymic
    from people p where p.source = 'demo' and p.number % 7 = 3 and ${also}
      and not exists (select from users u where u.person_id = p.id)
      and not exists (select from candidates c where c.person_id = p.id)
      and not exists (select from applications a where a.person_id = p.id)
      and not exists (select from seats t where t.person_id = p.id)
      and exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
        join directions d on d.id = v.direction_id
        where s.person_id = p.id and d.code = ${direction} and upper_inf(s.known))
    order by p.number limit 30`)
  const one = rows.find(({ personId }) => !used.has(personId))
  if (one) used.add(one.personId)
  return one ?? null
}

async function accountOn(db: Db, login: string, day: string): Promise<Actor> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, demoAddress(login)))
  const actor = user && (await actorOf(db, { userId: user.id }, day))
  if (!actor) throw new RangeError(`the demonstration has no ${login}`)
  return actor
}

const blank = { userId: '', emailConfirmed: true, powers: [] }

function ctxOf(db: Db, person: Person | Actor, day: string): ActingCtx {
  const zone = content().instance.timezone
  return { db, actor: { ...blank, ...person, today: day }, now: momentOf(day), zone }
}

const momentOf = (day: string) => new Date(`${day}T07:00:00Z`)

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
