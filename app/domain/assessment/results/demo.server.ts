/** Campaigns of the assessment in the demonstration: their tables are opened and written by the commands themselves. */
import { eq, sql } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { passes } from '#app/domain/assessment/scores.ts'
import { openDirections } from '#app/domain/assessment/way/opening.server.ts'
import { lastDayAfter } from '#app/domain/assessment/way/terms.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { importById } from '#app/domain/organisations/imports.server.ts'
import { content } from '#content/load.ts'
import { type CampaignStory, demoCampaigns } from '#content/result-stories.ts'
import type { Db } from '#db/client.ts'
import { imports, instance, users } from '#db/schema/index.ts'
import { demoAddress } from '#db/seed/index.ts'
import { commitResults, openResults } from './importing-results.server.ts'

/** Tells the campaigns once. Without demo data, or when one is told, does nothing. */
export async function seedResults(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [there] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(eq(imports.kind, 'results'))
    .limit(1)
  if (!day || there) return
  await db.transaction(async (tx) => {
    for (const story of demoCampaigns()) await tell(tx as unknown as Db, day, story)
  })
}

async function tell(db: Db, loaded: string, story: CampaignStory): Promise<void> {
  const day = lastDayAfter(loaded, story.day)
  const ctx = await operatorOn(db, loaded, lastDayAfter(day, 6))
  const direction = (await openDirections(ctx)).find(({ code }) => code === story.direction)
  if (!direction) throw new RangeError(`the demonstration has no direction ${story.direction}`)
  const points = pointsOf(story)
  const { pass } = content().instance
  const passed = points.map((earned) => passes({ earned, maximum: story.maximum }, pass))
  const most = points.length
  const people = {
    holders: await numbersOf(ctx, { directionId: direction.directionId, holds: true, most }),
    others: await numbersOf(ctx, { directionId: direction.directionId, holds: false, most }),
  }
  const consent = lastDayAfter(loaded, story.consent)
  const rows = points.map((earned, at) => [
    `№ ${(passed[at] ? people.holders : people.others).shift() ?? people.others.shift()}`,
    ...[String(earned), String(story.maximum), day, consent],
  ])
  const id = await openResults(ctx, {
    ...{ name: story.name, direction: direction.id, day, maximum: story.maximum, part: 'professional' },
    grid: [['Номер в реестре', 'Баллы', 'Максимум', 'Дата', 'Согласие'], ...rows],
  })
  const { revision: seen } = await importById(ctx, id)
  await commitResults(ctx, id, { seen, leave: false })
}

/** Points that fall into the bands as the story counts them, spread over each and always the same. */
function pointsOf({ counts, maximum }: CampaignStory): number[] {
  const edge = (percent: number) => Math.ceil((percent * maximum) / 100)
  return content().bands.flatMap(({ code, from, below }) => {
    const [least, width] = [edge(from), (below === undefined ? maximum + 1 : edge(below)) - edge(from)]
    return Array.from({ length: counts[code] ?? 0 }, (_, at) => least + ((at * 37 + 11) % width))
  })
}

/** Registry numbers of people without an account whom no other story tells of. */
async function numbersOf(
  ctx: ActingCtx,
  { directionId, holds, most }: { directionId: string; holds: boolean; most: number },
): Promise<number[]> {
  const rows = await ctx.db.execute<{ number: number }>(sql`
    select p.number from people p where p.source = 'demo' and p.merged_into_id is null
      and not exists (select from users u where u.person_id = p.id)
      and not exists (select from candidates c where c.person_id = p.id)
      and not exists (select from applications a where a.person_id = p.id)
      and not exists (select from closed.assessment_results r where r.person_id = p.id)
      and ${holds ? sql`` : sql`not`} exists (select from statuses s
        join direction_versions v on v.id = s.direction_version_id
        where s.person_id = p.id and v.direction_id = ${directionId} and upper_inf(s.known))
    order by p.number desc limit ${most}`)
  return rows.map(({ number }) => number)
}

/** The operator of today, acting on a day before the demonstration gave anybody a role. */
async function operatorOn(db: Db, loaded: string, today: string): Promise<ActingCtx> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, demoAddress('operator')))
  const actor = user && (await actorOf(db, { userId: user.id }, loaded))
  if (!actor) throw new RangeError('the demonstration has no operator')
  const now = new Date(`${today}T07:00:00Z`)
  return { db, actor: { ...actor, today }, now, zone: content().instance.timezone }
}
