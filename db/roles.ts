/**
 * Two bases by construction: what `rses_web` may do is granted here, at every start, after the migrations.
 *
 * Its password is derived from the owner's, so any number of processes agree on it without keeping it anywhere;
 * the server is only ever told the SCRAM verifier, which cannot be used to sign in.
 */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import postgres from 'postgres'
import { start } from '#content/messages/ru/start.ts'
import { codeOf, reasonOf, StartFailure } from './failure.ts'

const ROLE = 'rses_web'

/** The address under which `rses_web` signs in to the same database. Without an owner's password it has none either. */
export function webUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = ROLE
  url.password = passwordOf(ownerUrl) ?? ''
  return url.href
}

/** Makes sure that `rses_web` exists and can sign in; without the right to do so prints the SQL for the operator. */
export async function ensureWebRole(sql: postgres.Sql, ownerUrl: string): Promise<void> {
  const [known] = await sql<{ rolsuper: boolean }[]>`select rolsuper from pg_roles where rolname = ${ROLE}`
  if (known && !known.rolsuper && (await signIn(ownerUrl)) === null) return
  const statement = `${known ? 'ALTER' : 'CREATE'} ROLE ${ROLE} NOSUPERUSER LOGIN PASSWORD ${verifierOf(ownerUrl)}`
  try {
    await sql.unsafe(known ? statement.replace('NOSUPERUSER ', '') : statement)
  } catch (error) {
    // 42501: no CREATEROLE, or (from 16 on) somebody else's role.
    if (codeOf(error) === '42501') throw new StartFailure(start.roleSql(`${statement};`))
    if (codeOf(error) !== '42710') throw error
  }
  const refusal = await signIn(ownerUrl)
  if (refusal !== null) throw new StartFailure(start.webLogin(refusal))
}

/** Grants `rses_web` its rights, and takes away all others. Repeatable; run it under the migration lock. */
export async function grantWeb(sql: postgres.Sql): Promise<void> {
  const [closed] = await sql`select 1 from pg_namespace where nspname = 'closed'`
  await sql.begin(async (tx) => {
    await tx.unsafe(`
      revoke create on schema public from public;
      grant usage on schema public to ${ROLE};
      grant select, insert, update, delete on all tables in schema public to ${ROLE};
      grant usage, select on all sequences in schema public to ${ROLE};`)
    if (closed) {
      await tx.unsafe(`
        revoke all on schema closed from public, ${ROLE};
        revoke all on all tables in schema closed from public, ${ROLE};`)
    }
    for (const table of await derivedTables(tx)) {
      await tx.unsafe(`revoke insert, update, delete, truncate on public.${table.name} from ${ROLE}`)
    }
    for (const table of await logTables(tx)) {
      await tx.unsafe(`revoke update, delete, truncate on public.${table.name} from ${ROLE}`)
      if (table.sealed) await tx.unsafe(`revoke insert on public.${table.name} from ${ROLE}`)
    }
  })
}

/** What triggers and closed reads alone write: whoever could write it could show a name without a ground, or hide a read. */
async function derivedTables(sql: postgres.Sql | postgres.TransactionSql) {
  return sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname in ('listings', 'name_words', 'subjects', 'closed_reads')`
}

/** Entries are only added; the queue (filled by a trigger), seals and readers' places are written by the owner's jobs alone. */
async function logTables(sql: postgres.Sql | postgres.TransactionSql) {
  return sql<{ name: string; sealed: boolean }[]>`
    select relname as name, relname <> 'log_entries' as sealed from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname in ('log_entries', 'log_pending', 'log_seals', 'log_readers')`
}

async function signIn(ownerUrl: string): Promise<string | null> {
  const sql = postgres(webUrlOf(ownerUrl), { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    await sql`select 1`
    return null
  } catch (error) {
    return reasonOf(error)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function passwordOf(ownerUrl: string): string | null {
  const owner = decodeURIComponent(new URL(ownerUrl).password) || process.env.PGPASSWORD
  return owner ? createHmac('sha256', owner).update(ROLE).digest('base64url') : null
}

/** RFC 5803: what PostgreSQL itself would store for the password. */
function verifierOf(ownerUrl: string): string {
  const password = passwordOf(ownerUrl)
  if (password === null) return 'NULL'
  const salt = createHash('sha256').update(`${ROLE}:${password}`).digest().subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `'SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}'`
}
