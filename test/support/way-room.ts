/** A room for tests of the way into the registry: a municipality with a school, its people, who nominates and who decides. */
import { eq } from 'drizzle-orm'
import { giveConsent } from '#app/domain/accounts/consenting.server.ts'
import { type Nomination, nominatePeople } from '#app/domain/assessment/nominees/nominating.server.ts'
import { gridOfLines } from '#app/domain/assessment/nominees/pasted.ts'
import { sendSurvey } from '#app/domain/assessment/way/surveying.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import type { Typed } from '#app/domain/questionnaires/fields.ts'
import { applications } from '#db/schema/index.ts'
import { type Acts, test as base, type Given } from '#test/support/database.ts'

export const test = base.extend<{ way: Awaited<ReturnType<typeof wayOf>> }>({
  way: async ({ given, acts }, use) => use(await wayOf(given, acts)),
})

async function wayOf(given: Given, acts: Acts) {
  const direction = await given.registry.direction()
  const town = await given.municipality()
  const school = await given.organisation({ municipalityId: town.id })
  const municipal = { scopeKind: 'municipality', scopeId: town.id } as const
  const decides = { scopeKind: 'direction', scopeId: direction.directionId } as const
  const worker = async () => {
    const ctx = acts(await given.user({ employedAt: school.id }))
    await giveConsent(ctx, 'processing')
    return ctx
  }
  return {
    ...{ direction, town, school, worker },
    municipality: acts(await given.user({ role: 'municipality', ...municipal })),
    head: acts(await given.user({ role: 'school', scopeKind: 'organisation', scopeId: school.id })),
    organizer: acts(await given.user({ role: 'organizer', ...decides })),
    colleague: acts(await given.user({ role: 'organizer', ...decides })),
  }
}

/** A letter that nominates these people; returns the number of the first application. */
export async function nominated(
  ctx: ActingCtx,
  { school, direction }: { school: { id: string }; direction: { id: string } },
  people: readonly ActingCtx[],
  values: Partial<Nomination> = {},
): Promise<number> {
  await nominatePeople(ctx, {
    ...{ organisationId: school.id, versionId: direction.id, letterNumber: '15', letterDay: '2026-03-01' },
    ...{ grid: gridOfLines(people.map(({ actor }) => `№ ${actor.number}`).join('\n')), file: null },
    name: 'Выдвижение',
    ...values,
  })
  return numberOf(people[0] as ActingCtx)
}

/** The number of the newest application of the person. */
export async function numberOf({ db, actor }: ActingCtx): Promise<number> {
  const rows = await db.select().from(applications).where(eq(applications.personId, actor.personId))
  return Math.max(...rows.map(({ number }) => number))
}

/** Answers that meet every requirement, and how they may differ. */
export const answers = (change: Typed = {}): Typed => ({
  ...{ 'value-education': 'pedagogical', 'value-experience': '12', 'value-category': 'first' },
  'value-entrepreneur': 'no',
  ...change,
})

export const surveyed = (ctx: ActingCtx, number: number, change: Typed = {}) =>
  sendSurvey(ctx, number, answers(change))
