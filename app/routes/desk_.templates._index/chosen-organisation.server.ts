/** Which of the actor's organisations the page is about: the one asked for, else the first. */
import type { ActingCtx } from '#app/domain/ctx.ts'
import { paperOrganisations } from '#app/domain/documents/paper-list.server.ts'
import { found } from '#app/domain/problem.ts'

export async function chosenOrganisation(ctx: ActingCtx, url: URL) {
  const organisations = await paperOrganisations(ctx)
  const asked = url.searchParams.get('organisation')
  const chosen = asked === null ? organisations[0] : organisations.find(({ id }) => id === asked)
  return { organisations, chosen: found(chosen) }
}
