/** What the judge of results asks about: people of the rows with their consents, applications and attempts in the direction. */
import { sql } from 'drizzle-orm'
import { assessedSql } from '#app/domain/assessment/closed-results.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { statusTermsOn } from '#app/domain/experts/status-terms.server.ts'
import type { ImportRow } from '#app/domain/organisations/imports.server.ts'
import type { Knowledge, KnownPerson } from './judging-results.ts'

export async function knowledgeFor(
  ctx: ActingCtx,
  { directionId, settings, columns }: Pick<ImportRow, 'directionId' | 'settings' | 'columns'>,
  rows: readonly { cells: readonly string[] }[],
): Promise<Knowledge> {
  const cell = (cells: readonly string[], field: string) => cells[columns[field] ?? -1] ?? ''
  const numbers = rows.map(({ cells }) => Number(/\d{1,9}/.exec(cell(cells, 'number'))?.[0] ?? 0))
  const names = rows.map(({ cells }) =>
    cell(cells, 'fullName').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim(),
  )
  const listed = JSON.stringify({ numbers: [...new Set(numbers)], names: [...new Set(names)] })
  const people = await ctx.db.execute<KnownPerson & Record<string, unknown>>(sql`
    with found as materialized (select p.id from people p
    where p.merged_into_id is null and (
      p.number in (select value::int from jsonb_array_elements_text(${listed}::jsonb -> 'numbers'))
      or p.name_norm in (select value from jsonb_array_elements_text(${listed}::jsonb -> 'names') where value <> '')
      or p.name_norm in (select value || ' ' from jsonb_array_elements_text(${listed}::jsonb -> 'names') where value <> '')))
    select p.id, p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      trim(p.name_norm) as folded, p.name_open as "nameOpen",
      exists (select from consents c where c.person_id = p.id and c.kind = 'processing' and c.withdrawn_at is null)
        as consent,
      (select to_char(max(c.withdrawn_at) at time zone ${ctx.zone}, 'YYYY-MM-DD') from consents c
        where c.person_id = p.id and c.kind = 'processing') as "withdrawnOn",
      exists (select from applications a where a.person_id = p.id and a.direction_id = ${directionId})
        or exists (select from candidates c join candidate_lists l on l.id = c.list_id and l.discarded_at is null
          join direction_versions v on v.id = l.direction_version_id and v.direction_id = ${directionId}
          where c.person_id = p.id and c.removed_at is null) as concerned,
      r.entrepreneur,
      (select case when a.state in ('admitted', 'closed') then 'admitted'
          when a.state in ('nominated', 'declined') then 'waits' else 'stopped' end
        from applications a where a.person_id = p.id and a.direction_id = ${directionId}
        order by a.number desc limit 1) as application,
      coalesce(r.attempt, 0) as attempts,
      case when r.attempt is null then null
        else json_build_object('earned', r.earned, 'maximum', r.maximum, 'day', to_char(r.day, 'YYYY-MM-DD')) end as last
    from found join people p on p.id = found.id
    left join ${assessedSql(ctx, 'import', directionId, sql`array(select id from found)`)} r on r.person_id = p.id`)
  const terms = directionId ? await statusTermsOn(ctx, directionId, ctx.actor.today) : null
  return {
    people: [...people],
    self: ctx.actor.personId,
    today: ctx.actor.today,
    day: settings.day ?? ctx.actor.today,
    maximum: Number(settings.maximum ?? 100),
    part: settings.part === 'motivation' ? 'motivation' : 'professional',
    most: terms?.attempts ?? null,
  }
}
