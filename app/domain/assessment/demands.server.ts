/** What a list needs before its order, by content, with the bodies that content means as organisations. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { ListDemands } from '#content/types.ts'
import { organisations } from '#db/schema/index.ts'

export interface Body {
  id: string
  code: string
  name: string
  shortName: string
  municipalityId: string | null
}

/** Bodies are in the order of content. */
export interface BodiesDemanded {
  agreement: Body[]
  issuer: Body
  agreedWith: Body | null
  beside: Body[]
}

/** What content says of the direction with this code. */
export function demandsOf(directionCode: string): ListDemands {
  const { default: common, directions } = content().candidateLists
  const own = directions.find(({ code }) => code === directionCode)
  return {
    assessment: own?.assessment ?? common.assessment,
    agreement: own?.agreement ?? common.agreement,
    issuer: own?.issuer ?? common.issuer,
    agreedWith: own?.agreedWith ?? common.agreedWith,
    beside: own?.beside ?? common.beside,
  }
}

const municipal = 'municipality'

/** True where a body of a municipality takes part, so the list must name one. */
export function needsMunicipality({ agreement, issuer, beside }: ListDemands): boolean {
  return [...agreement, issuer, ...beside].includes(municipal)
}

/** The organisations that content means, for the municipality of a list. Problem('list-body') where one is not there. */
export async function bodiesOf(
  ctx: Ctx,
  demands: ListDemands,
  municipalityId: string | null,
): Promise<BodiesDemanded> {
  const { agreement, issuer, agreedWith, beside } = demands
  const codes = [...new Set([...agreement, issuer, agreedWith ?? issuer, ...beside])]
  const { id, code, name, shortName } = organisations
  const fields = { id, code, name, shortName, municipalityId: organisations.municipalityId }
  const named = await ctx.db.select(fields).from(organisations).where(inArray(code, codes))
  const [authority] = municipalityId
    ? await ctx.db
        .select(fields)
        .from(organisations)
        .where(
          and(
            eq(organisations.municipalityId, municipalityId),
            eq(organisations.tier, 'municipal'),
            sql`${organisations.during} @> ${viewerOf(ctx).today}::date`,
          ),
        )
        .orderBy(code)
        .limit(1)
    : []
  const one = (wanted: string): Body => {
    const body = wanted === municipal ? authority : named.find((row) => row.code === wanted)
    if (!body) throw new Problem('list-body', { body: wanted })
    // of the region, whatever municipality its house stands in
    return wanted === municipal ? body : { ...body, municipalityId: null }
  }
  return {
    agreement: agreement.map(one),
    issuer: one(issuer),
    agreedWith: agreedWith ? one(agreedWith) : null,
    beside: beside.map(one),
  }
}
