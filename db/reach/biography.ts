/**
 * Reach of biographies: what everybody may know of the works of `people p`. Works themselves are read only for a person
 * whose name may be shown; here each of them is joined with what of its object is public.
 *
 * A document out of a guest's reach gives its title, as on the day, and no address. Remarks count only where they were
 * signed with the name and stand in sight. A practice that was withdrawn, or that its author is not to be named beside, is
 * left out.
 */
import { type SQL, sql } from 'drizzle-orm'
import { content } from '#content/load.ts'
import { drafts } from '#db/schema/index.ts'
import { draftVisibleTo, nameShownOf } from './reviews.ts'

/** On which day, as the site knew it at the end of the day `known`; null: as it knows now. */
export interface BiographyDay {
  day: string
  known: string | null
}

/** The last works by that day, newest first, as a query of JSON: one array of at most `most`. */
export function openEngagements({ day, known }: BiographyDay, most = 100): SQL {
  const guest = { personId: null, powers: [], today: day }
  return sql`select coalesce(json_agg(json_build_object('kind', x.kind, 'title', x.title,
      'role', case when paper.number is not null and chairs.one then 'chair' else x.role end,
      'from', to_char(lower(x.during), 'YYYY-MM-DD'), 'to', to_char(upper(x.during), 'YYYY-MM-DD'), 'outcome', ${outcomeOn(day)},
      'draft', about.slug, 'panel', case when about.slug is not null then pn.number end, 'conclusion', paper.number,
      'said', coalesce(words.said, 0), 'accepted', coalesce(words.accepted, 0))
      order by lower(x.during) desc, x.id), '[]')
    from (select * from engagements e where e.person_id = p.id and lower(e.during) <= ${day}::date ${knownBy(known, sql`e.recorded_at`)}
      and not (e.kind = 'practice' and e.outcome = 'left')
      order by lower(e.during) desc, e.id limit ${most}) x
    left join panels pn on x.kind = 'panel' and pn.id = x.object_id
    left join lateral (select ${drafts.id} as id, ${drafts.slug} as slug from ${drafts}
      where ${drafts.id} = case x.kind when 'panel' then pn.draft_id when 'discussion' then x.object_id end
        and ${drafts.withdrawnAt} is null and ${draftVisibleTo(guest)}) about on true
    left join lateral (select c.number from conclusions c left join issued i on i.code = c.code
      where c.panel_id = pn.id and c.issued_at is not null and c.issued_at < ${endOf(known ?? day)} and i.revoked_at is null
      order by c.revision desc limit 1) paper on about.slug is not null
    left join lateral (select exists (select from seats s where s.panel_id = pn.id and s.person_id = x.person_id
      and s.is_chair = 'chair' and s.left_at is null) as one) chairs on paper.number is not null
    left join lateral (${remarksOf(known ?? day)}) words on x.kind = 'discussion' and about.slug is not null`
}

/** What `engagements x` had come to by that day: what has a term is over after its last day, though nobody closed it. */
const outcomeOn = (
  day: string,
) => sql`case when x.outcome = 'going' and upper(x.during) <= ${day}::date then 'finished'
  when x.outcome <> 'going' and upper(x.during) > ${day}::date + 1 then 'going' else x.outcome end`

const remarksOf = (by: string) => sql`select count(*)::int as said,
    count(*) filter (where exists (select from decisions dc where dc.remark_id = r.id and dc.superseded_by_id is null
      and dc.decision in ('accepted', 'partly') and dc.decided_at < ${endOf(by)}))::int as accepted
  from remarks r where r.draft_id = about.id and r.author_id = x.person_id and r.shown_as = 'name'
    and r.withdrawn_at is null and r.hidden_at is null and r.received_at < ${endOf(by)} and ${nameShownOf(sql`x.person_id`)}
    and not exists (select from intakes u where u.id = r.intake_id and u.undone_at is not null)`

const knownBy = (known: string | null, moment: SQL) =>
  known === null ? sql`` : sql`and ${moment} < ${endOf(known)}`

/** The moment at which a day is over in the instance's zone. */
const endOf = (day: string) =>
  sql`((${day}::date + 1)::timestamp at time zone ${content().instance.timezone})`
