/** What every part of the demonstration is built from, and what a room that adds to it may rely on. */
import { getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { DemoContent } from '#content/demo.ts'
import type { Content } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import { addDays, dayIn, demoId, type Rng, rngOf } from './chance.ts'

export type DemoOrganisation = {
  id: string
  code: string
  name: string
  type: string
  municipality: string | null
  posts: readonly string[]
}

export type DemoPerson = {
  id: string
  familyName: string
  givenName: string
  patronymic: string
  gender: 'female' | 'male'
  organisation: DemoOrganisation
  post: string
  /** of an account: login@demo.example */
  login?: string
  directions: readonly string[]
}

export type SeedWorld = {
  db: Db
  content: Content
  demo: DemoContent
  rng: Rng
  /** the legal day `offset` days from the day of loading */
  day: (offset: number) => string
  /** a moment of that day */
  at: (offset: number, hour?: number) => Date
  /** the moment of loading */
  now: Date
  id: (kind: string, key: string | number) => string
  /** organisations by code; those that stand for one of content/ under its code too */
  organisations: Map<string, DemoOrganisation>
  /** people who sign in, by login */
  accounts: Map<string, DemoPerson>
  /** with a status in force on the day of loading */
  experts: DemoPerson[]
  /** current versions of directions by code */
  directions: Map<string, { id: string; directionId: string; tier: 'regional' | 'municipal' }>
}

/** An empty world on its day: `demoDay`, or the day of `now` in the instance's zone. */
export function worldOn(
  db: Db,
  content: Content,
  demo: DemoContent,
  { demoDay, now = new Date() }: { demoDay?: string; now?: Date },
): SeedWorld {
  const today = demoDay ?? dayIn(content.instance.timezone, now)
  const at = (offset: number, hour = 5) =>
    new Date(`${addDays(today, offset)}T${String(hour).padStart(2, '0')}:00:00Z`)
  return {
    ...{ db, content, demo, at, rng: rngOf(demo.community.seed) },
    day: (offset) => addDays(today, offset),
    now: demoDay ? at(0) : now,
    id: (kind, key) => demoId(kind, key, at(-700)),
    ...{ organisations: new Map(), accounts: new Map(), experts: [], directions: new Map() },
  }
}

/** Inserts many rows with one parameter a portion: building a parameter a value would cost more than the insert. */
export async function insertAll<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = sql.raw(keys.map((key) => `"${columnOf(key)}"`).join(', '))
  const name = sql.raw(getTableName(table))
  for (let i = 0; i < rows.length; i += 2000) {
    const portion = rows
      .slice(i, i + 2000)
      .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value])))
    await db.execute(sql`insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(portion)}::text::jsonb)`)
  }
}

function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
