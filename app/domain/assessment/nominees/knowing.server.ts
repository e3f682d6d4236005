/**
 * What the judge of a nomination asks about: own people of the rows, namesakes with open names, own organisations. Where
 * somebody of elsewhere works is told by what is open of that person alone.
 */
import { sql } from 'drizzle-orm'
import { type ActingCtx, viewerOf } from '#app/domain/ctx.ts'
import { splitName } from '#app/domain/experts/listed-names.ts'
import { foldName, listedPeople } from '#app/domain/experts/people-list.ts'
import type { Line, ListAbout } from '#app/domain/organisations/import-steps.server.ts'
import { ownOrganisations, ownPeople } from '#db/reach/staff.ts'
import type { KnownNominee, NomineeKnowledge, OwnPlace } from './judging.ts'

const may = ['nomination.create']

export async function nomineeKnowledge(
  ctx: ActingCtx,
  { columns, settings, organisationId }: ListAbout,
  rows: readonly Line[],
): Promise<NomineeKnowledge> {
  const places = await placesOf(ctx)
  const nominator = places.find(({ id }) => id === organisationId)
  return {
    people: await peopleOf(ctx, settings.directionId ?? '', wantedIn(columns, rows)),
    places,
    // the municipal body writes for many schools: each row says which
    place: nominator && !nominator.municipal ? nominator : null,
    self: ctx.actor.personId,
  }
}

function wantedIn(columns: Record<string, number>, rows: readonly Line[]) {
  const cell = (cells: readonly string[], field: string) => cells[columns[field] ?? -1] ?? ''
  const [numbers, names] = [new Set<number>(), new Set<string>()]
  for (const { cells } of rows) {
    const whole = cell(cells, 'fullName')
    const [listed] = listedPeople(whole)
    const number = Number(/\d{1,9}/.exec(cell(cells, 'number'))?.[0] ?? listed?.number ?? 0)
    if (number > 0) numbers.add(number)
    const { family, given, patronymic } =
      whole === ''
        ? {
            family: cell(cells, 'family'),
            given: cell(cells, 'given'),
            patronymic: cell(cells, 'patronymic'),
          }
        : splitName(whole)
    if (family !== '' && given !== '') names.add(foldName(`${family} ${given} ${patronymic}`))
  }
  return JSON.stringify({ numbers: [...numbers], names: [...names] })
}

async function peopleOf(ctx: ActingCtx, directionId: string, wanted: string): Promise<KnownNominee[]> {
  const { today } = ctx.actor
  const own = ownPeople(viewerOf(ctx), may)
  const named = sql`select value from jsonb_array_elements_text(${wanted}::jsonb -> 'names')`
  const rows = await ctx.db.execute<KnownNominee & Record<string, unknown>>(sql`
    with own as materialized (${own}), near as (
      select p.id from people p where p.id in (select person_id from own) and (
        p.number in (select value::int from jsonb_array_elements_text(${wanted}::jsonb -> 'numbers'))
        or split_part(p.name_norm, ' ', 1) || ' ' || split_part(p.name_norm, ' ', 2)
          in (select split_part(value, ' ', 1) || ' ' || split_part(value, ' ', 2) from (${named}) n))
      union select p.id from people p where p.name_open
        and (p.name_norm in (${named}) or p.name_norm in (select value || ' ' from (${named}) n)))
    select p.id, p.number, trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name,
      trim(p.name_norm) as folded, p.id in (select person_id from own) as own,
      coalesce(w.places, '{}') as places,
      case when p.work_open or p.id in (select person_id from own) then w.work end as work,
      case when exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
          where s.person_id = p.id and v.direction_id = ${directionId} and upper_inf(s.known)
            and s.during @> ${today}::date) then 'holds'
        when exists (select from applications a where a.person_id = p.id and a.direction_id = ${directionId}
          and (a.state in ('nominated', 'survey', 'review', 'appealed') or a.state = 'admitted'
            and not exists (select from statuses s join direction_versions v on v.id = s.direction_version_id
              where s.person_id = p.id and v.direction_id = a.direction_id and lower(s.known) >= a.since)))
          then 'open' end as stop
    from near n join people p on p.id = n.id and p.merged_into_id is null
    left join lateral (select array_agg(e.organisation_id::text) as places,
        string_agg(o.short_name, ', ' order by e.id) as work
      from employments e join organisations o on o.id = e.organisation_id
      where e.person_id = p.id and e.during @> ${today}::date) w on true`)
  return [...rows]
}

async function placesOf(ctx: ActingCtx): Promise<(OwnPlace & { municipal: boolean })[]> {
  const rows = await ctx.db.execute<OwnPlace & { municipal: boolean } & Record<string, unknown>>(sql`
    select o.id, o.short_name as name, o.tier = 'municipal' as municipal,
      array[o.name, o.short_name, o.code] || o.aliases as spellings
    from organisations o where o.id in (${ownOrganisations(viewerOf(ctx), may)})
      and o.during @> ${ctx.actor.today}::date and o.merged_into_id is null`)
  return [...rows]
}
