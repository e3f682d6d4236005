/**
 * Connections. The platform has two logins: the owner of the schema, for migrations, jobs and commands; and
 * `rses_web`, for everything a visitor's request does, which has no right on schema `closed` and only adds to the log.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '#db/schema/index.ts'
import { webUrlOf } from './roles.ts'

export type Db = PostgresJsDatabase<typeof schema>

export type Connection = { db: Db; sql: postgres.Sql; end: () => Promise<void> }

/** No page or form may occupy a connection longer; jobs run as the owner, without this limit. */
const WEB_STATEMENT_MS = 30_000

/** Opens a pool on the owner's address; with `role` it signs in as that login instead. Connects on first use. */
export function connect(
  url: string,
  { role, max = 10 }: { role?: 'rses_web'; max?: number } = {},
): Connection {
  const sql = postgres(role ? webUrlOf(url) : url, {
    max,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: role ?? 'rses_owner',
      TimeZone: 'UTC',
      ...(role ? { statement_timeout: WEB_STATEMENT_MS } : {}),
    },
  })
  return { db: drizzle(sql, { schema, casing: 'snake_case' }), sql, end: () => sql.end({ timeout: 5 }) }
}
