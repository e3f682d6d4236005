/**
 * Marks that cannot come from anywhere else, put into every closed field of several people; and who may see which.
 *
 * Who may is written by hand from the inventory (Q5, Q8, D13, D24, N31), never from the code: a mark in an answer to
 * anybody else is a leak, whatever page, file or feed it is found in.
 */
import PizZip from 'pizzip'
import type { Connection } from '#db/client.ts'

/** Whose fields are marked: two accounts, an expert without one, a candidate of a list, and one without any ground. */
const people = {
  expert: `select p.id, p.number from people p join users u on u.person_id = p.id where u.email = 'expert@demo.example'`,
  chair: `select p.id, p.number from people p join users u on u.person_id = p.id where u.email = 'chair@demo.example'`,
  imported: `select p.id, p.number from people p where p.name_open and not exists (select from users u where u.person_id = p.id)
    and not exists (select from candidates c where c.person_id = p.id)
    and exists (select from statuses s where s.person_id = p.id) order by p.number limit 1`,
  candidate: `select p.id, p.number from candidates c join people p on p.id = c.person_id
    join candidate_lists l on l.id = c.list_id where l.number = 1 and c.removed_at is null order by p.number limit 1`,
  hidden: `select p.id, p.number from people p where not p.name_open and exists (select from statuses s where s.person_id = p.id
    and s.during @> current_date and upper_inf(s.known)) order by p.number limit 1`,
} as const

export type Marked = keyof typeof people
export type Numbers = Record<Marked, number>

/** Words of a field of a person, in every form in which a page could print them. */
function marksOf(at: number): Record<string, string[]> {
  const day = `1913-07-${String(11 + at)}`
  return {
    email: [`zq-closed-${at}@marker.example`],
    phone: [`+7 351 98${at}-77-66`, `735198${at}7766`],
    birthDay: [
      day,
      `${11 + at}.07.1913`,
      `${11 + at} июля 1913`,
      `July ${11 + at}, 1913`,
      `${11 + at} July 1913`,
    ],
    results: [`77770${at}`, `77\u00a0770${at}`, `777\u00a070${at}`],
    entrepreneur: [`1914-08-${11 + at}`, `${11 + at}.08.1914`, `${11 + at} августа 1914`],
    consents: [`zq-version-${at}`, `zq-scan-${at}`],
    reason: [`zq-reason-${at}`],
    name: at === Object.keys(people).indexOf('hidden') ? ['Щъымаркера'] : [],
  }
}

/** Puts the marks in; gives the public numbers. */
export async function plantMarks({ sql }: Connection): Promise<Numbers> {
  const numbers = {} as Numbers
  for (const [at, [who, query]] of Object.entries(people).entries()) {
    const [person] = await sql.unsafe<{ id: string; number: number }[]>(query)
    if (!person) throw new Error(`the demonstration has no ${who}`)
    numbers[who as Marked] = person.number
    const { id } = person
    await sql`insert into closed.private_fields (person_id, email, phone, birth_day, updated_at)
      values (${id}, ${`zq-closed-${at}@marker.example`}, ${`+7 351 98${at}-77-66`}, ${`1913-07-${11 + at}`}, now())
      on conflict (person_id) do update set email = excluded.email, phone = excluded.phone, birth_day = excluded.birth_day`
    await sql`update closed.assessment_results set withdrawn_at = now() where person_id = ${id}`
    await sql`insert into closed.assessment_results (id, person_id, direction_id, attempt, earned, maximum, day, entered_by_id, entered_at)
      select gen_random_uuid(), ${id}, v.direction_id, 99, ${Number(`77770${at}`)}, 999999, current_date - 1, ${id}, now()
      from candidate_lists l join direction_versions v on v.id = l.direction_version_id where l.number = 1`
    // ids of its own order are read newest first: this one is the last
    await sql`insert into closed.entrepreneur_statements (id, person_id, entrepreneur, day, entered_by_id, entered_at)
      values (${`ffffffff-ffff-7fff-bfff-00000000000${at}`}, ${id}, false, ${`1914-08-${11 + at}`}, ${id}, now())`
    await sql`insert into consents (id, person_id, kind, version, text_sha256, given_at)
      values (gen_random_uuid(), ${id}, 'processing', ${`zq-version-${at}`}, '-', now())`
    await sql`insert into closed_reads (id, person_id, reader_id, post, organisation, at, fields, reason_code, reason)
      select gen_random_uuid(), ${id}, u.person_id, '', '', now(), '{phone}', 'contact', ${`zq-reason-${at}`}
      from users u where u.email = 'operator@demo.example'`
    if (who === 'hidden')
      await sql`update people set family_name = 'Зъымаркерова', given_name = 'Щъымаркера' where id = ${id}`
  }
  return numbers
}

/** Whether the mark stands in the text. Six digits also stand by chance in one hash of thousands, so a number is whole. */
const holds = (text: string, mark: string) =>
  /^\d{6}$/.test(mark) ? new RegExp(`(?<![0-9a-f])${mark}(?![0-9a-f])`, 'i').test(text) : text.includes(mark)

const everybody = Object.keys(people) as Marked[]
/** Q5, Q8: whoever is not named here may see nothing. The own page of closed data answers a reason, never a plain look. */
const rights: Record<string, Partial<Record<string, readonly Marked[]>>> = {
  // the operator draws lists up and enters results; the organiser of the direction, too
  operator: { results: ['candidate'], entrepreneur: ['candidate'], reason: everybody, name: ['hidden'] },
  organizer: { results: ['candidate'], entrepreneur: ['candidate'] },
  // names printed in orders are read by those who read orders
  admin: { name: ['hidden'] },
  ministry: { name: ['hidden'] },
  coordinator: { name: ['hidden'] },
  expert: { email: ['expert'], phone: ['expert'], consents: ['expert'], reason: ['expert'] },
  chair: { email: ['chair'], phone: ['chair'], consents: ['chair'], reason: ['chair'] },
}

/** Marks in the text that the role may not see, each as «whose.field». */
export function leaksIn(text: string, role: string): string[] {
  if (!/zq-|marker|98\d-?77|1913|1914|7770|777\u00a070|ъымаркер/i.test(text)) return []
  return everybody.flatMap((who, at) =>
    Object.entries(marksOf(at)).flatMap(([field, marks]) => {
      const may = rights[role]?.[field]?.includes(who) ?? false
      return !may && marks.some((mark) => holds(text, mark)) ? [`${who}.${field}`] : []
    }),
  )
}

/** The words of an answer; of a workbook or a document, those of all its parts. */
export async function wordsOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new TextDecoder().decode(bytes)
  return Object.values(new PizZip(bytes).files)
    .map((file) => (file.dir ? '' : file.asText()))
    .join('\n')
}
