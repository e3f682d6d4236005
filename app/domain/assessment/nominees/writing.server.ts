/**
 * Writing a nomination: the letter, people whom the registry did not know, and an application of each that waits for the
 * person's own consent. An address that stands at somebody else gets no letter, and nobody is told whose it is.
 */
import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { openApplications, openDirection } from '#app/domain/assessment/way/opening.server.ts'
import { addSteps } from '#app/domain/assessment/way/steps.server.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { record, recordAll } from '#app/domain/log.server.ts'
import type { ImportRow, ListRow } from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import { employments, imports, nominationLetters, people } from '#db/schema/index.ts'
import { missingFor, type ReadNominee } from './judging.ts'

interface Named {
  at: number
  personId: string
  /** of somebody whom the registry did not know */
  fresh: ReadNominee | null
}

/** Writes every row that is not left out. Problems: import-undecided, import-twice, line-application-…, nomination-incomplete. */
export async function writeNomination(
  ctx: ActingCtx,
  one: ImportRow,
  rows: readonly ListRow[],
): Promise<void> {
  const named = rows.flatMap(namedBy)
  refuseDoubles(named)
  const direction = await openDirection(ctx, one.settings.direction ?? '')
  const letterId = uuidv7()
  const { letterNumber = '', letterDay = ctx.actor.today, file } = one.settings
  await ctx.db.insert(nominationLetters).values({
    ...{ id: letterId, organisationId: one.organisationId ?? '', number: letterNumber, day: letterDay },
    ...{ fileId: file ?? null, createdById: ctx.actor.personId, createdAt: ctx.now },
  })
  await record(ctx, 'nomination.sent', { kind: 'nomination', id: letterId }, { people: named.length })
  const works = await addPeople(ctx, named)
  const days = content().applications.terms.consent
  const opened = { direction, letterId, state: 'nominated' as const, days }
  await addSteps(ctx, 'nominated', await openApplications(ctx, named, opened, atLine))
  await writeTo(ctx, named)
  await finish(ctx, one, { named, letterId, works })
}

function namedBy({ at, verdict, choice, matches, read }: ListRow): Named[] {
  if (verdict === 'rejected' || choice === 'skip') return []
  const fresh = verdict === 'new' || choice === 'new'
  const said = read as unknown as ReadNominee
  if (fresh && missingFor(said).length > 0) throw new Problem('nomination-incomplete', { line: at })
  const personId = fresh ? uuidv7() : (choice ?? String(matches[0]?.id ?? ''))
  return [{ at, personId, fresh: fresh ? said : null }]
}

function refuseDoubles(rows: readonly Named[]) {
  const seen = new Map<string, number>()
  for (const { at, personId } of rows) {
    const above = seen.get(personId)
    if (above !== undefined) throw new Problem('import-twice', { line: at, above })
    seen.set(personId, at)
  }
}

/** People whom the registry did not know, with their work from today. */
async function addPeople(ctx: ActingCtx, named: readonly Named[]): Promise<Map<string, string>> {
  const fresh = named.flatMap(({ personId, fresh }) => (fresh ? [{ personId, ...fresh }] : []))
  if (fresh.length === 0) return new Map()
  await ctx.db.insert(people).values(
    fresh.map(({ personId: id, family, given, patronymic }) => ({
      ...{ id, familyName: family, givenName: given, patronymic },
      ...{ source: 'import' as const, createdAt: ctx.now },
    })),
  )
  const works = fresh.map(({ personId, placeId, post }) => ({
    ...{ id: uuidv7(), personId, organisationId: placeId ?? '', post },
    ...{ during: `[${ctx.actor.today},)`, createdAt: ctx.now },
  }))
  await ctx.db.insert(employments).values(works)
  return new Map(works.map(({ id, personId }) => [personId, id]))
}

/** Letters with a link to those whose address was given: the mailbox has to be the person's own. */
async function writeTo(ctx: ActingCtx, named: readonly Named[]): Promise<void> {
  const mailboxes = named.flatMap(({ personId, fresh }) =>
    fresh?.email ? [{ entry: uuidv7(), person: personId, email: fresh.email }] : [],
  )
  const once = mailboxes.filter(({ email }) => mailboxes.filter((one) => one.email === email).length === 1)
  if (once.length === 0) return
  const free = await ctx.db.execute<{ person: string }>(sql`
    with asked as materialized (select x.person, x.email,
        closed_mailbox_held(${ctx.actor.personId}, 'nomination', x.entry, x.person, x.email) as held
      from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as x(entry uuid, person uuid, email text))
    select a.person, closed_set_email(a.person, a.email)::text from asked a where a.held is null`)
  await recordAll(
    ctx,
    'activation.letter-asked',
    [...free].map(({ person: id }) => ({ object: { kind: 'person', id } })),
  )
}

async function finish(
  ctx: ActingCtx,
  one: ImportRow,
  { named, letterId, works }: { named: readonly Named[]; letterId: string; works: Map<string, string> },
) {
  const made = JSON.stringify(
    named.map(({ at, personId, fresh }) => ({
      ...{ at, id: personId },
      made: { added: fresh !== null, work: works.get(personId) ?? null },
    })),
  )
  await ctx.db.execute(sql`update import_rows r set object_id = x.id, made = x.made
    from jsonb_to_recordset(${made}::jsonb) as x(at int, id uuid, made jsonb)
    where r.import_id = ${one.id} and r.at = x.at`)
  // the words of the list, addresses among them, are not needed any more
  await ctx.db.execute(
    sql`update import_rows set cells = '{}', reasons = '[]', read = '{}', matches = '[]' where import_id = ${one.id}`,
  )
  const settings = { ...one.settings, letter: letterId }
  await ctx.db.update(imports).set({ state: 'done', doneAt: ctx.now, settings }).where(eq(imports.id, one.id))
  await record(ctx, 'import.done', { kind: 'import', id: one.id }, { rows: named.length })
}

function atLine(line: number) {
  return (error: unknown): never => {
    if (error instanceof Problem) throw new Problem(`line-${error.code}`, { ...error.facts, line })
    throw error
  }
}
