/** Organisations as people write them: a form names one by its name, a known spelling or its code. */
import { sql } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { organisations } from '#db/schema/index.ts'

export interface NamedOrganisation {
  id: string
  code: string
  shortName: string
  municipalityId: string | null
}

const named = sql`o.id, o.code, o.short_name as "shortName", o.municipality_id as "municipalityId"`

/**
 * The organisation of the day (else of today; `ever`: of any) that is called so, or null; Problem('organisation-many')
 * when the words fit several.
 */
export async function organisationCalled(
  ctx: Ctx,
  text: string,
  day: string = viewerOf(ctx).today,
): Promise<NamedOrganisation | null> {
  const words = text.replaceAll('\0', '').replace(/\s+/g, ' ').trim()
  if (words === '') return null
  const rows = await ctx.db.execute<NamedOrganisation & Record<string, unknown>>(sql`
    select ${named}, o.code = ${words} as exact from ${organisations} o
    where ${day === 'ever' ? sql`o.merged_into_id is null` : sql`o.during @> ${day}::date`}
      and (o.code = ${words} or ${words} in (o.name, o.short_name) or ${words} = any (o.aliases))
    order by exact desc, o.code limit 2`)
  if (rows.length > 1 && !rows[0]?.exact) throw new Problem('organisation-many')
  const [row] = rows
  if (!row) return null
  const { id, code, shortName, municipalityId } = row
  return { id, code, shortName, municipalityId }
}

/** Organisations that act for a region, a municipality or the country: what a form suggests as an issuer. At most 500. */
export async function actingBodies(ctx: Ctx): Promise<NamedOrganisation[]> {
  const rows = await ctx.db.execute<NamedOrganisation & Record<string, unknown>>(sql`
    select ${named} from ${organisations} o
    where o.during @> ${viewerOf(ctx).today}::date and o.tier <> 'institutional'
    order by o.short_name, o.code limit 500`)
  return [...rows]
}
