/** Writing a table of results: consents on paper, statements and attempts, each with its entry in the log of the person. */
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { consentText } from '#app/domain/accounts/consent-texts.server.ts'
import { addResults, addStatements } from '#app/domain/assessment/closed-results.server.ts'
import { sha256 } from '#app/domain/canonical.ts'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { type Facts, record, recordAll } from '#app/domain/log.server.ts'
import { notifyAll } from '#app/domain/notifications/notifying.server.ts'
import type { ImportRow, ListRow } from '#app/domain/organisations/imports.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { consents, imports, people, users } from '#db/schema/index.ts'
import { isLast, type KnownPerson, type ReadResult } from './judging-results.ts'
import { knowledgeFor } from './knowing.server.ts'

/** Locks everybody the rows may be, in one order and before any table: commands of one person lock the person first too. */
export async function lockPeople(ctx: ActingCtx, rows: readonly ListRow[]): Promise<void> {
  const ids = [...new Set(rows.flatMap(({ matches }) => matches.map(({ id }) => String(id))))]
  if (ids.length === 0) return
  await ctx.db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(asc(people.id))
    .for('update')
}

/** Writes every row that is not left out. Problems: import-undecided, import-twice. */
export async function writeResults(ctx: ActingCtx, one: ImportRow, rows: readonly ListRow[]): Promise<void> {
  const { people } = await knowledgeFor(ctx, one, rows)
  const known = new Map(people.map((person) => [person.id, person]))
  const written = rows.flatMap((row) => {
    if (row.verdict === 'rejected' || row.choice === 'skip') return []
    const person = known.get(row.choice ?? String(row.matches[0]?.id ?? ''))
    if (!person) throw new Problem('import-undecided', { rows: 1 })
    return [{ at: row.at, person, read: row.read as unknown as ReadResult }]
  })
  refuseDoubles(written)
  const fresh = written.filter(({ person, read }) => !isLast(person, read))
  await writeConsents(ctx, written)
  await writeStatements(ctx, written)
  const results = fresh.map(({ person, read: { consentDay: _, entrepreneur: __, ...read } }) => ({
    ...{ id: uuidv7(), personId: person.id, directionId: one.directionId ?? '', importId: one.id, ...read },
    attempt: person.attempts + 1,
  }))
  await addResults(ctx, results)
  const entered = results.map(({ id, personId, attempt }) => about(personId, { result: id, attempt }))
  await recordAll(ctx, 'result.entered', entered)
  await finish(ctx, one, { written, fresh })
}

/** Paper consents to processing of whoever has none that stands; the judge has seen that none is older than a withdrawal. */
async function writeConsents(ctx: ActingCtx, rows: readonly Written[]): Promise<void> {
  const { version, body } = consentText('processing')
  const papers = rows
    .filter(({ person, read }) => !person.consent && read.consentDay !== null)
    .map(({ person, read }) => ({
      ...{ id: uuidv7(), personId: person.id, kind: 'processing' as const, version },
      ...{ textSha256: sha256(body), givenAt: ctx.now },
      ...{ signedOn: read.consentDay, enteredById: ctx.actor.personId },
    }))
  await inChunks(papers, (part) => ctx.db.insert(consents).values(part))
  const entered = papers.map(({ id, personId }) => about(personId, { consent: id, of: 'processing' }))
  await recordAll(ctx, 'consent.entered', entered)
}

/** What people say of being entrepreneurs, where it was not said so last. */
async function writeStatements(ctx: ActingCtx, rows: readonly Written[]): Promise<void> {
  const said = rows.flatMap(({ person, read: { entrepreneur } }) =>
    entrepreneur === null || entrepreneur === person.entrepreneur
      ? []
      : [{ personId: person.id, entrepreneur }],
  )
  await addStatements(ctx, said)
  await recordAll(
    ctx,
    'entrepreneur.entered',
    said.map(({ personId }) => about(personId)),
  )
}

/** An entry of the log of a person. */
export const about = (id: string, facts: Facts = {}) => ({ object: { kind: 'person', id }, facts })

type Written = { at: number; person: KnownPerson; read: ReadResult }

async function finish(
  ctx: ActingCtx,
  one: ImportRow,
  { written, fresh }: Record<'written' | 'fresh', Written[]>,
) {
  const added = new Set(fresh.map(({ at }) => at))
  const made = JSON.stringify(
    written.map(({ at, person }) => ({ at, id: person.id, made: { added: added.has(at) } })),
  )
  await ctx.db.execute(sql`update import_rows r set object_id = x.id, made = x.made
    from jsonb_to_recordset(${made}::jsonb) as x(at int, id uuid, made jsonb)
    where r.import_id = ${one.id} and r.at = x.at`)
  // points leave the rows with the words: they stand in the results, under their reach
  await ctx.db.execute(
    sql`update import_rows set cells = '{}', reasons = '[]', read = '{}', matches = '[]' where import_id = ${one.id}`,
  )
  await ctx.db.update(imports).set({ state: 'done', doneAt: ctx.now }).where(eq(imports.id, one.id))
  await record(ctx, 'import.done', { kind: 'import', id: one.id }, { rows: fresh.length })
  const ids = fresh.map(({ person }) => person.id)
  if (ids.length === 0) return
  const here = await ctx.db.select({ id: users.personId }).from(users).where(inArray(users.personId, ids))
  const notice = { objectKind: 'import', objectId: one.id, address: '/cabinet/applications', facts: {} }
  await notifyAll(
    ctx,
    here.map(({ id }) => id),
    'result.imported',
    notice,
  )
}

/** Two rows that people took for one person would be two attempts. */
function refuseDoubles(rows: readonly Written[]): void {
  const seen = new Map<string, number>()
  for (const { at, person } of rows) {
    const above = seen.get(person.id)
    if (above !== undefined) throw new Problem('import-twice', { line: at, above })
    seen.set(person.id, at)
  }
}

async function inChunks<T>(rows: readonly T[], run: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await run(rows.slice(at, at + 500))
}
