/** Where the actor draws up lists: directions of the list in force, and municipalities where one takes part. */
import { asc, eq, sql } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { directionLists, directions, directionVersions, municipalities } from '#db/schema/index.ts'
import { demandsOf, needsMunicipality } from './demands.server.ts'
import { listRules } from './rules.ts'

/** Problem('forbidden') for whoever draws up no list anywhere. */
export async function listPlaces(ctx: ActingCtx) {
  const towns = await ctx.db
    .select({ id: municipalities.id, name: municipalities.name })
    .from(municipalities)
    .orderBy(asc(municipalities.position))
  const all = await ctx.db
    .select({
      ...{ id: directionVersions.id, shortTitle: directionVersions.shortTitle },
      ...{ directionId: directions.id, code: directions.code },
    })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(sql`${directionLists.during} @> ${ctx.actor.today}::date`)
    .orderBy(asc(directionVersions.position))
  const drawn = (directionId: string, municipalityId: string | null) =>
    listRules.draw(ctx.actor, { municipalityId, directionIds: [directionId] }) === null
  const shared = all.filter(({ code }) => needsMunicipality(demandsOf(code)))
  const here = towns.filter(({ id }) => shared.some(({ directionId }) => drawn(directionId, id)))
  const own = all.filter((one) =>
    shared.includes(one) ? here.some(({ id }) => drawn(one.directionId, id)) : drawn(one.directionId, null),
  )
  if (own.length === 0) throw new Problem('forbidden')
  return {
    directions: own.map((one) => ({
      ...{ id: one.id, shortTitle: one.shortTitle },
      /** a body of a municipality takes part */
      shared: shared.includes(one),
    })),
    municipalities: here,
  }
}
