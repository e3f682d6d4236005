/** What those who keep the site see of it: figures, and the log. */
import { and, desc, eq, gte, like, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { logEntries, logPending, logSeals, people, users } from '#db/schema/index.ts'
import { accountRules } from './rules.ts'

/** Figures of the overview. */
export async function siteFigures(ctx: ActingCtx) {
  authorize(accountRules.seeAdmin, ctx.actor, {})
  const [row] = await ctx.db.execute<{
    people: number
    users: number
    sealed: number
    pending: number
  }>(sql`select
    (select count(*)::int from ${people}) as people,
    (select count(*)::int from ${users} where disabled_at is null) as users,
    (select coalesce(max(seq), 0)::int from ${logSeals}) as sealed,
    (select count(*)::int from ${logPending}) as pending`)
  return row ?? { people: 0, users: 0, sealed: 0, pending: 0 }
}

export interface LogFilter {
  /** `remark` for all kinds of that noun, or `remark.decided` */
  kind?: string | undefined
  /** public number of the person */
  actor?: number | undefined
  /** id of what it was done with, or the public number of a person: then of the person and of the sign-in */
  object?: string | undefined
  /** a legal day of the instance */
  day?: string | undefined
}

export interface LogLine {
  id: string
  seq: number | null
  at: Date
  kind: string
  actorNumber: number | null
  deputyOfNumber: number | null
  objectKind: string
  objectId: string | null
  /** public number of the person, when the object is a person or a sign-in */
  objectNumber: number | null
  facts: Record<string, unknown>
}

const actors = alias(people, 'actors')
const principals = alias(people, 'principals')

/** A page of the log, newest first; `before` is the id of the last one shown. People appear by number alone. */
export async function readLogPage(
  ctx: ActingCtx,
  filter: LogFilter,
  before?: string,
  limit = content().settings.paging.log,
): Promise<{ rows: LogLine[]; next?: string }> {
  authorize(accountRules.seeLog, ctx.actor, {})
  const rows = await ctx.db
    .select({
      ...{ id: logEntries.id, seq: logSeals.seq, at: logEntries.at, kind: logEntries.kind },
      ...{ actorNumber: actors.number, deputyOfNumber: principals.number },
      ...{
        objectKind: logEntries.objectKind,
        objectId: logEntries.objectId,
        objectNumber: objectNumber(),
        facts: logEntries.facts,
      },
    })
    .from(logEntries)
    .leftJoin(logSeals, eq(logSeals.entryId, logEntries.id))
    .leftJoin(actors, eq(actors.id, logEntries.actorId))
    .leftJoin(principals, eq(principals.id, logEntries.deputyOfId))
    .where(and(...conditions(filter, ctx.zone), before ? lt(logEntries.id, before) : undefined))
    .orderBy(desc(logEntries.id))
    .limit(limit + 1)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return { rows: rows.slice(0, limit), ...(next ? { next } : {}) }
}

const PORTION = 500

/** The lines of a filter for a file, portion by portion, newest first; that it was taken stays in the log. */
export async function* exportLog(ctx: ActingCtx, filter: LogFilter): AsyncGenerator<LogLine[]> {
  const [newest] = (await readLogPage(ctx, filter, undefined, 1)).rows
  await recordExport(ctx, filter)
  if (!newest) return
  // What is written while the file is made, such as the entry of the export, is left to the next one.
  yield [newest]
  let before: string | undefined = newest.id
  while (before) {
    const page: { rows: LogLine[]; next?: string } = await readLogPage(ctx, filter, before, PORTION)
    yield page.rows
    before = page.next
  }
}

async function recordExport(ctx: ActingCtx, { kind = '', actor = 0, object = '', day = '' }: LogFilter) {
  await atomically(ctx, async (ctx) => {
    authorize(accountRules.seeLog, ctx.actor, {})
    // words of a filter may be anybody's: only what is code, number or day is kept
    const facts = { kind: /^[a-z.-]*$/.test(kind) ? kind : '?', actor, object: object !== '', day }
    await record(ctx, 'log.exported', { kind: 'log', id: null }, facts)
  })
}

function conditions({ kind, actor, object, day }: LogFilter, zone: string) {
  const midnight = (shift: number) => sql`((${day}::date + ${shift}::int)::timestamp at time zone ${zone})`
  return [
    kind
      ? or(eq(logEntries.kind, kind), like(logEntries.kind, `${kind.replace(/[\\%_]/g, '\\$&')}.%`))
      : undefined,
    actor ? eq(actors.number, actor) : undefined,
    object ? ofObject(object) : undefined,
    day ? and(gte(logEntries.at, midnight(0)), lt(logEntries.at, midnight(1))) : undefined,
  ]
}

/** What is neither an id nor a number finds nothing. */
function ofObject(object: string) {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(object)) return eq(logEntries.objectId, object)
  const number = /^№?\s*([1-9]\d{0,9})$/.exec(object)?.[1]
  if (!number) return sql`false`
  return sql`${logEntries.objectId} in (
    select p.id from people p where p.number = ${number}::bigint
    union all select u.id from users u join people p on p.id = u.person_id where p.number = ${number}::bigint)`
}

function objectNumber() {
  return sql<number | null>`case ${logEntries.objectKind}
    when 'person' then (select p.number from people p where p.id = ${logEntries.objectId})
    when 'user' then (select p.number from people p join users u on u.person_id = p.id where u.id = ${logEntries.objectId})
  end`
}
