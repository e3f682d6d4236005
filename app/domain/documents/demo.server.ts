/** The story of papers: what the demo institute has written, each by the commands, at the moment it was written. */
import { eq } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { demoPapers } from '#content/demo-papers.ts'
import type { Db } from '#db/client.ts'
import { employments, instance, papers, users } from '#db/schema/index.ts'
import { draftPaper, issuePaper } from './papers.server.ts'
import type { Shelf } from './shelf.ts'

interface Telling {
  db: Db
  shelf: Shelf
  zone: string
  /** says on every paper that the people are invented */
  notice: string
}

/** Writes the papers once, all or none. Without demo data, or when the writer has papers, does nothing. */
export async function seedPapers({ db, shelf, zone, notice }: Telling): Promise<void> {
  const day = await demoDay(db)
  if (!day) return
  const { writer, shared, papers: told } = demoPapers()
  const found = await writerOf(db, `${writer}@demo.example`)
  const actor = found && (await actorOf(db, found, day))
  if (!actor || (await hasPapers(db, found.organisationId))) return
  await db.transaction(async (tx) => {
    for (const { template, ago, number, fields } of told) {
      const now = momentOf(day, -ago)
      const ctx = { db: tx as unknown as Db, actor, zone, now }
      const words = Object.entries({ ...shared, ...fields }).map(([name, value]) => [
        name,
        typeof value === 'number' ? dayOf(momentOf(day, value), zone) : value,
      ])
      const paper = { template, organisationId: found.organisationId, fields: Object.fromEntries(words) }
      const id = await draftPaper(ctx, paper)
      if (number) await issuePaper(ctx, shelf, id, { number, day: dayOf(now, zone), notice })
    }
  })
}

async function demoDay(db: Db): Promise<string | undefined> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  return (mark?.value as { day?: string } | undefined)?.day
}

async function writerOf(db: Db, email: string) {
  const [writer] = await db
    .select({ userId: users.id, organisationId: employments.organisationId })
    .from(users)
    .innerJoin(employments, eq(employments.personId, users.personId))
    .where(eq(users.email, email))
    .limit(1)
  return writer
}

async function hasPapers(db: Db, organisationId: string): Promise<boolean> {
  const rows = await db
    .select({ id: papers.id })
    .from(papers)
    .where(eq(papers.organisationId, organisationId))
    .limit(1)
  return rows.length > 0
}

/** Morning of the day so many days later. */
function momentOf(day: string, ahead: number): Date {
  return new Date(Date.parse(`${day}T05:00:00Z`) + ahead * 86_400_000)
}
