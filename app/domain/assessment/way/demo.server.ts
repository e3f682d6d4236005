/** The way into the registry in the demonstration: invented people at every step of it, moved by the commands themselves. */
import { eq, sql } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { giveConsent, standingConsent } from '#app/domain/accounts/consenting.server.ts'
import { enterResult } from '#app/domain/assessment/entering-facts.server.ts'
import { nominatePeople } from '#app/domain/assessment/nominees/nominating.server.ts'
import { gridOfLines } from '#app/domain/assessment/nominees/pasted.ts'
import { type ActingCtx, type Actor, atomically } from '#app/domain/ctx.ts'
import { type ApplicationStory, demoApplications } from '#content/application-stories.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { ownOrganisations, ownPeople } from '#db/reach/staff.ts'
import { applications, instance, users } from '#db/schema/index.ts'
import { demoAddress } from '#db/seed/index.ts'
import { appealRefusal } from './appealing.server.ts'
import { fileApplication, withdrawApplication } from './applying.server.ts'
import { answerNomination } from './consenting.server.ts'
import { decideApplications } from './deciding.server.ts'
import { openDirections } from './opening.server.ts'
import { sendSurvey } from './surveying.server.ts'
import { lastDayAfter } from './terms.ts'

type Told = ReturnType<typeof demoApplications>

/** Tells the stories once. Without demo data, or when they are told, does nothing. */
export async function seedApplications(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [there] = await db.select({ id: applications.id }).from(applications).limit(1)
  if (!day || there) return
  const told = demoApplications()
  await db.transaction(async (tx) => {
    const own = tx as unknown as Db
    const used = new Set<string>()
    for (const story of [...told.applications].sort((a, b) => a.begun - b.begun))
      await tell(own, day, { told, story, used })
  })
}

async function tell(
  db: Db,
  day: string,
  { told, story, used }: { told: Told; story: ApplicationStory; used: Set<string> },
) {
  const at = async (login: string, after: number) =>
    ctxOf(db, await accountOn(db, login, lastDayAfter(day, story.begun + after)))
  const by =
    story.by === 'own'
      ? null
      : story.by === 'employer'
        ? await employerOf(db, await at('school', 0), story)
        : await at(story.by, 0)
  const person = await personOf(db, day, { story, used, by, code: told.direction })
  if (!person) return
  const self = (after: number) => ctxOf(db, { ...person, today: lastDayAfter(day, story.begun + after) })
  const direction = (await openDirections(self(0))).find(({ code }) => code === told.direction)
  if (!direction) return
  if (!(await standingConsent(self(0), person.personId, 'processing')))
    await giveConsent(self(0), 'processing')
  const number = await begin(self(0), by, direction.id, told.letter)
  if (story.to === 'nominated') return
  if (by) {
    const answer = story.to === 'declined' ? ('declined' as const) : ('consented' as const)
    await answerNomination(self(2), number, { answer, words: '' })
  }
  if (story.to === 'declined' || story.to === 'survey') return
  await sendSurvey(self(4), number, answers(story))
  if (story.to === 'review') return
  if (story.to === 'withdrawn') return withdrawApplication(self(6), number, '')
  const refused = story.to === 'refused' || story.to === 'appealed'
  await decideApplications(await at('organizer', 9), {
    ...{ applications: [number], decision: refused ? 'refused' : 'admitted' },
    ...{ grounds: refused ? told.grounds : [], words: refused ? told.refusal : '' },
  })
  if (story.to === 'appealed') await appealRefusal(self(12), number, told.appeal)
  if (story.points === undefined) return
  const points = { earned: story.points, maximum: 100, day: lastDayAfter(day, story.begun + 20) }
  await atomically(await at('organizer', 21), (ctx) => enterResult(ctx, direction, person.personId, points))
}

async function begin(
  self: ActingCtx,
  by: ActingCtx | null,
  versionId: string,
  letter: string,
): Promise<number> {
  if (!by) return fileApplication(self, versionId)
  const [place] = await by.db.execute<{ id: string }>(
    sql`select o.id from organisations o where o.id in (${ownOrganisations(by.actor, ['nomination.create'])})
      order by o.tier = 'municipal' desc, o.code limit 1`,
  )
  await nominatePeople(by, {
    ...{ organisationId: place?.id ?? '', versionId, file: null, name: letter },
    ...{ letterNumber: `${letter}/${self.actor.number % 90}`, letterDay: by.actor.today },
    grid: gridOfLines(`№ ${self.actor.number}`),
  })
  const [made] = await by.db.execute<{ number: number }>(
    sql`select max(number) as number from applications where person_id = ${self.actor.personId}`,
  )
  return made?.number ?? 0
}

/** The head of the school as if it were that of the account's own organisation. */
async function employerOf(db: Db, head: ActingCtx, { who }: ApplicationStory): Promise<ActingCtx> {
  const { personId } = await accountOn(db, who ?? '', head.actor.today)
  const [work] = await db.execute<{ id: string }>(sql`select organisation_id as id from employments
    where person_id = ${personId} and during @> ${head.actor.today}::date limit 1`)
  const power = {
    capability: 'nomination.create',
    scopeKind: 'organisation',
    scopeId: work?.id ?? null,
  } as const
  return ctxOf(db, { ...head.actor, powers: [power] })
}

const answers = ({ short }: ApplicationStory) => ({
  ...{ 'value-education': 'pedagogical', 'value-category': 'first', 'value-entrepreneur': 'no' },
  'value-experience': short ? '2' : '11',
})

function ctxOf(db: Db, actor: Actor): ActingCtx {
  const zone = content().instance.timezone
  return { db, actor, now: new Date(`${actor.today}T07:00:00Z`), zone }
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

interface Wanted {
  story: ApplicationStory
  used: Set<string>
  by: ActingCtx | null
  code: string
}

/** The account of the story, or the next person of the place without an account, a card's status and another story. */
async function personOf(db: Db, day: string, { story, used, by, code }: Wanted): Promise<Actor | null> {
  if (story.who) {
    const account = await accountOn(db, story.who, day)
    const [works] = by
      ? await db.execute(sql`select from people p where p.id = ${account.personId}
          and p.id in (${ownPeople(by.actor, ['nomination.create'])})`)
      : [{}]
    if (works) return account
  }
  const place = by ? sql`p.id in (${ownPeople(by.actor, ['nomination.create'])})` : sql`p.number % 13 = 5`
  const rows = await db.execute<
    Omit<Actor, 'userId' | 'emailConfirmed' | 'powers' | 'today'> & Record<string, unknown>
  >(sql`
    select p.id as "personId", p.number, p.family_name as "familyName", p.given_name as "givenName", p.patronymic
    from people p where p.source = 'demo' and ${place}
      and not exists (select from users u where u.person_id = p.id)
      and not exists (select from candidates c where c.person_id = p.id)
      and not exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
        join directions d on d.id = v.direction_id where s.person_id = p.id and d.code = ${code})
    order by p.number limit 60`)
  const one = rows.find(({ personId }) => !used.has(personId))
  if (!one) return null
  used.add(one.personId)
  return { ...one, userId: '', emailConfirmed: true, powers: [], today: day }
}
