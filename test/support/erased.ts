/** A person erased by law, as the keeper's answer does it. */
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Db } from '#db/client.ts'
import { erasures } from '#db/schema/index.ts'

/** Returns hashes of files that nothing needs any more. */
export async function erasedPerson(db: Db, personId: string): Promise<string[]> {
  await db.insert(erasures).values({
    ...{ id: uuidv7(), personId, state: 'done' as const, askedAt: new Date(), dueDay: '2099-01-01' },
    decidedAt: new Date(),
  })
  const gone = await db.execute<{ sha256: string }>(sql`select sha256 from erase_person(${personId})`)
  return gone.map(({ sha256 }) => sha256)
}
