/** Who is found under a filter of the registry, and the counts beside it; people with a place of work. */
import type { Ctx } from '#app/domain/ctx.ts'
import { countsOf } from '#app/domain/experts/counts.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { filterOf } from '#app/domain/experts/registry.ts'
import type { Db } from '#db/client.ts'
import { employments } from '#db/schema/index.ts'
import type { Given } from '#test/support/database.ts'

export const today = '2026-03-02'
export const filter = (query: string) => filterOf(new URLSearchParams(query), today)

export async function found(ctx: Ctx, query: string) {
  const asked = filter(query)
  const { entries } = await entriesAfter(ctx, asked, await matchingOf(ctx, asked), null, 100)
  return entries.map(({ number }) => number).sort((a, b) => a - b)
}

export const countsAt = async (ctx: Ctx, query: string, facet?: number) => {
  const asked = filter(query)
  const exactTo = facet === undefined ? null : { facet, total: facet }
  return countsOf(ctx, asked, await matchingOf(ctx, asked), exactTo)
}

export const numbers = (...people: { number: number }[]) =>
  people.map(({ number }) => number).sort((a, b) => a - b)

export async function taught(given: Given, db: Db, post: string, open = true) {
  const direction = await given.registry.direction()
  const person = await given.registry.expert(direction, { open })
  await employ(db, person.id, (await given.organisation()).id, post)
  return { direction, person }
}

export async function employ(
  db: Db,
  personId: string,
  organisationId: string,
  post: string,
  during = '[2020-01-01,)',
) {
  await db.insert(employments).values({ personId, organisationId, post, during })
}
