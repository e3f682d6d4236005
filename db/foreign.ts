/** A PostgreSQL of the operator's own (DATABASE_URL): can we reach it, and can it do what the platform relies on? */
import postgres from 'postgres'
import { start } from '#content/messages/ru/start.ts'
import { codeOf, reasonOf, StartFailure } from './failure.ts'

const OLDEST = 150000

/** Refuses in one line a server that cannot be reached, is too old, or lacks Russian sorting or UTF-8. */
export async function checkForeign(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [server] = await sql<{ number: number; version: string; encoding: string; icu: boolean }[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        current_setting('server_encoding') as encoding,
        exists (select from pg_collation where collname = 'ru-x-icu') as icu`
    if (!server) throw new RangeError('the server says nothing of itself')
    if (server.number < OLDEST) throw new StartFailure(start.oldServer(server.version))
    if (server.encoding !== 'UTF8') throw new StartFailure(start.encoding(server.encoding))
    if (!server.icu) throw new StartFailure(start.collation)
  } catch (error) {
    if (error instanceof StartFailure) throw error
    throw new StartFailure(start.connect(placeOf(url), explain(error)))
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** With a wrong LC_CTYPE pg_trgm silently finds nothing in Cyrillic text: better not to start at all. */
export async function assertCyrillic(sql: postgres.Sql): Promise<void> {
  const [found] = await sql<{ works: boolean; locale: string }[]>`
    select cardinality(show_trgm('Ельцва')) > 0 as works, datctype as locale
    from pg_database where datname = current_database()`
  if (!found?.works) throw new StartFailure(start.trigrams(found?.locale ?? ''))
}

/** Server, port and database, never the password. */
function placeOf(url: string) {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function explain(error: unknown) {
  const { reason } = start
  const known: Record<string, string> = {
    ...{ ECONNREFUSED: reason.refused, ECONNRESET: reason.refused, CONNECTION_CLOSED: reason.refused },
    ...{ ENOTFOUND: reason.host, EAI_AGAIN: reason.host },
    ...{ CONNECT_TIMEOUT: reason.timeout, ETIMEDOUT: reason.timeout },
    ...{ '28P01': reason.password, '28000': reason.password, '3D000': reason.database },
  }
  return known[codeOf(error) ?? ''] ?? reasonOf(error)
}
