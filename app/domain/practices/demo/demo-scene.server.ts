/** Who acts in the practices of the demonstration, and when. */
import { eq } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import type { DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import type { PracticeStory } from '#content/practice-stories.ts'
import type { Db } from '#db/client.ts'
import { people } from '#db/schema/index.ts'

export interface Scene {
  db: Db
  day: string
  cast: DemoCast
  zone: string
  /** where files lie; null: practices have none */
  dataDir: string | null
}

/** The morning of the day so many days from the demonstration's. */
export const at = (day: string, offset: number) => new Date(`${dayAfter(day, offset)}T05:00:00Z`)

/** Who begins the card: an account with the right of its organisation, or an expert who works there. */
export async function actorBy(scene: Scene, { by, organisation }: PracticeStory): Promise<ActingCtx> {
  const { db, day, zone, cast } = scene
  const actor = typeof by === 'number' ? await expertBy(db, by, day) : cast.actor(by, day)
  const scopeId = cast.organisationIds.get(organisation) ?? null
  const powers: Actor['powers'] =
    typeof by === 'number' ? [] : [{ capability: 'practice.edit', scopeKind: 'organisation', scopeId }]
  return { db, actor: { ...actor, powers }, now: at(day, 0), zone }
}

/** The editor of the region. */
export function editorAt({ db, day, zone, cast }: Scene, offset: number): ActingCtx {
  const powers: Actor['powers'] = [{ capability: 'practice.publish', scopeKind: 'region', scopeId: null }]
  return { db, actor: { ...cast.actor('coordinator', day), powers }, now: at(day, offset), zone }
}

/** Somebody of the demonstration by public number. */
export async function expertBy(db: Db, number: number, day: string): Promise<Actor> {
  const [person] = await db.select().from(people).where(eq(people.number, number))
  if (!person) throw new RangeError(`the demonstration has no person ${number}`)
  const { id: personId, familyName, givenName, patronymic } = person
  const named = { number, familyName, givenName, patronymic }
  return { personId, userId: '', ...named, emailConfirmed: true, powers: [], today: day }
}
