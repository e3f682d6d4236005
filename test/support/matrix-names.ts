/** What the oracle names in braces: ids that the demonstration mints anew each day, found by what they are. */
import type { Connection } from '#db/client.ts'

const wanted = {
  draft: `select id from drafts where slug = 'concept'`,
  version: `select v.id from versions v join drafts d on d.id = v.draft_id where d.slug = 'concept' and v.number = 2`,
  institute: `select id from organisations where code = 'demo-institute'`,
  direction: `select v.id from direction_versions v join direction_lists l on l.id = v.list_id
    order by lower(l.during) desc, v.position`,
  grantOfModerator: `select g.id from grants g join users u on u.person_id = g.person_id
    where u.email = 'moderator@demo.example'`,
  sheet: `select h.id from sheets h join seats s on s.id = h.seat_id join users u on u.person_id = s.person_id
    where u.email = 'expert@demo.example' and h.sent_at is null`,
  sheetOfOther: `select h.id from sheets h join panels p on p.id = h.panel_id
    where p.number = 2 and h.sent_at is not null`,
  round: `select p.number::text as id from consensus_rounds r join panels p on p.id = r.panel_id where r.closed_at is null`,
  sheetInRound: `select h.id from consensus_rounds r join sheets h on h.panel_id = r.panel_id join seats s on s.id = h.seat_id
    where r.closed_at is null and h.sent_at is not null
      and not exists (select from users u where u.person_id = s.person_id)`,
  invitation: `select i.id from invitations i join seats s on s.id = i.seat_id
    join panels p on p.id = s.panel_id join users u on u.person_id = s.person_id
    where u.email = 'expert@demo.example' and p.number = 4`,
  questionnaire: `select number::text as id from questionnaires where author_id is not null and kind = 'discussion'`,
  survey: `select number::text as id from questionnaires where author_id is not null and kind = 'survey'`,
  expertNumber: `select p.number::text as id from people p join users u on u.person_id = p.id
    where u.email = 'expert@demo.example'`,
  application: `select a.number::text as id from applications a where a.state = 'review' and a.letter_id is null
    and exists (select from answers n where n.response_id = a.response_id and n.question = 'experience' and n.value = '"2"')`,
  appealed: `select number::text as id from applications where state = 'appealed'`,
  list: `select id from candidate_lists where number = 1`,
  statement: `select code as id from issued where kind = 'extract' and revoked_at is null`,
  challenge: `select c.id from challenges c where c.outcome is null`,
  challengeAnswered: `select c.id from challenges c where c.outcome = 'rejected'`,
  code: `select code as id from conclusions where number = '1-1'`,
}

/** The ids by the names that matrix.yaml uses; a name that the demonstration does not have is a fault. */
export async function named(owner: Connection): Promise<Record<string, string>> {
  const ids: Record<string, string> = { nobody: '00000000-0000-4000-8000-000000000000' }
  for (const [name, query] of Object.entries(wanted)) {
    const [row] = await owner.sql.unsafe<{ id: string }[]>(query)
    if (!row) throw new Error(`the demonstration has no ${name}`)
    ids[name] = row.id
  }
  return ids
}
