/** Papers on the own life in the demonstration: given, and one of them revoked. */
import { eq, inArray } from 'drizzle-orm'
import { actorOf } from '#app/domain/accounts/actor.server.ts'
import { demoStatements } from '#content/demo-statements.ts'
import type { Db } from '#db/client.ts'
import { instance, issued, users } from '#db/schema/index.ts'
import { demoAddress } from '#db/seed/index.ts'
import { issueStatement, type Press } from './issuing.server.ts'
import { statementKinds } from './kinds.ts'
import { revokeStatement } from './revoking.server.ts'

const DAY = 86_400_000

/** Tells it once. Without demo data, or when it is there, does nothing. */
export async function seedStatements(db: Db, zone: string, press: Press): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const told = await db.select().from(issued).where(inArray(issued.kind, statementKinds)).limit(1)
  if (!day || told.length > 0) return
  for (const { login, kind, format, days, revoked } of demoStatements) {
    const now = new Date(Date.parse(`${day}T06:00:00Z`) + days * DAY)
    const [user] = await db
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, demoAddress(login)))
    const actor = user && (await actorOf(db, { userId: user.id }, now.toISOString().slice(0, 10)))
    if (!actor) continue
    const ctx = { db, actor, now, zone }
    const { code } = await issueStatement(ctx, kind, format, press)
    if (revoked) await revokeStatement({ ...ctx, now: new Date(now.getTime() + 3_600_000) }, code)
  }
}
