/** The place of an organisation, as the rules of templates and papers weigh it. */
import { eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { organisations } from '#db/schema/index.ts'
import type { OfOrganisation } from './template-rules.ts'

/** The organisation with its municipality; null is the whole platform. Problem('not-found') for no organisation. */
export async function placeOf(ctx: Ctx, organisationId: string | null): Promise<OfOrganisation> {
  if (organisationId === null) return { organisationId }
  const [row] = await ctx.db
    .select({ municipalityId: organisations.municipalityId })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return { organisationId, municipalityId: found(row).municipalityId }
}
