/** Cover letters of the own organisations: how many each names, who consented, who is waited for, who declined. */
import { sql } from 'drizzle-orm'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { ownOrganisations } from '#db/reach/staff.ts'

export interface LetterShown {
  id: string
  number: string
  day: string
  organisation: string
  scan: boolean
  named: number
  consented: number
  waits: number
  stopped: number
  [key: string]: unknown
}

/** The newest first. */
export async function ownLetters(ctx: ActingCtx, limit = 20): Promise<LetterShown[]> {
  const rows = await ctx.db.execute<LetterShown>(sql`
    select l.id, l.number, to_char(l.day, 'YYYY-MM-DD') as day, o.short_name as organisation,
      l.file_id is not null as scan, count(a.id)::int as named,
      count(a.id) filter (where a.state = 'nominated')::int as waits,
      count(a.id) filter (where exists (select from application_steps s
        where s.application_id = a.id and s.kind = 'consented'))::int as consented,
      count(a.id) filter (where a.state in ('declined', 'withdrawn') and not exists (select from application_steps s
        where s.application_id = a.id and s.kind = 'consented'))::int as stopped
    from (select x.* from nomination_letters x
      where x.organisation_id in (${ownOrganisations(viewerOf(ctx), ['nomination.create'])})
      order by x.id desc limit ${limit}) l
    join organisations o on o.id = l.organisation_id left join applications a on a.letter_id = l.id
    group by l.id, l.number, l.day, l.file_id, o.short_name order by l.id desc`)
  return [...rows]
}
