/** Nominations as a relation between people and organisations, for those who look for conflicts of interest. */
import { and, inArray, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { applications, nominationLetters } from '#db/schema/index.ts'

export interface Nomination {
  letterId: string
  number: string
  day: string
  organisationId: string
  /** who signed for the organisation here */
  byId: string
  /** who was nominated */
  personId: string
}

/**
 * Nominations since a day by one of the organisations, or of one of the people. One that the person declined made no
 * tie. Reads for a duty of the site, whoever looks: callers show it to those who may.
 */
export async function nominationsBetween(
  ctx: Ctx,
  { organisationIds, personIds }: { organisationIds: readonly string[]; personIds: readonly string[] },
  since: string,
): Promise<Nomination[]> {
  return ctx.db
    .select({
      ...{ letterId: nominationLetters.id, number: nominationLetters.number, day: nominationLetters.day },
      ...{ organisationId: nominationLetters.organisationId, byId: nominationLetters.createdById },
      personId: applications.personId,
    })
    .from(nominationLetters)
    .innerJoin(applications, sql`${applications.letterId} = ${nominationLetters.id}`)
    .where(
      and(
        or(
          inArray(nominationLetters.organisationId, [...organisationIds]),
          inArray(applications.personId, [...personIds]),
        ),
        ne(applications.state, 'declined'),
        sql`${nominationLetters.day} >= ${since}::date`,
      ),
    )
}
