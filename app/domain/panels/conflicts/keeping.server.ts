/** Keeping conflicts: what was found is written down with its evidence and day; what is found no more ends on its day. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { sha256 } from '#app/domain/canonical.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import { conflicts } from '#db/schema/index.ts'
import type { ConflictKind, Finding } from './kinds.ts'

export type KeptConflict = typeof conflicts.$inferSelect
/** Kinds that are records themselves: they are not written down a second time. */
const records = new Set<ConflictKind>(['declared', 'recused', 'challenged'])

/** What tells a conflict from another of the same kind and person. */
export function fingerprintOf(facts: Finding['facts']): string {
  return sha256(facts.map((fact) => ({ ...fact })))
}

/** Writes down what these people have now, for these people alone. Returns what was not known before. */
export async function keepConflicts(
  ctx: Ctx,
  panelId: string,
  people: readonly { personId: string; findings: readonly Finding[] }[],
): Promise<KeptConflict[]> {
  const asked = new Set(people.map(({ personId }) => personId))
  const derived = and(eq(conflicts.panelId, panelId), eq(conflicts.source, 'derived'))
  const standing = await ctx.db
    .select()
    .from(conflicts)
    .where(and(derived, isNull(conflicts.clearedAt)))
  const keyOf = (row: { personId: string; kind: string; fingerprint: string }) =>
    `${row.personId} ${row.kind} ${row.fingerprint}`
  const found = people.flatMap(({ personId, findings }) =>
    findings
      .filter(({ kind }) => !records.has(kind))
      .map(({ kind, facts }) => {
        const about = { panelId, personId, kind: kind as string, fingerprint: fingerprintOf(facts) }
        return { ...about, id: uuidv7(), source: 'derived' as const, evidence: { facts }, foundAt: ctx.now }
      }),
  )
  const now = new Set(found.map(keyOf))
  const gone = standing.filter((row) => asked.has(row.personId) && !now.has(keyOf(row))).map(({ id }) => id)
  for (let at = 0; at < gone.length; at += 5000)
    await ctx.db
      .update(conflicts)
      .set({ clearedAt: ctx.now })
      .where(inArray(conflicts.id, gone.slice(at, at + 5000)))
  const known = new Set(standing.map(keyOf))
  const fresh = found.filter((row) => !known.has(keyOf(row)))
  for (let at = 0; at < fresh.length; at += 1000)
    await ctx.db
      .insert(conflicts)
      .values(fresh.slice(at, at + 1000))
      .onConflictDoNothing()
  return fresh.map((row) => ({ ...row, clearedAt: null }))
}

/** Keeps what a person said of a conflict of their own. */
export async function declareConflict(ctx: Ctx, panelId: string, personId: string): Promise<void> {
  const about = { id: uuidv7(), panelId, personId, kind: 'declared', source: 'declared' as const }
  await ctx.db
    .insert(conflicts)
    .values({ ...about, evidence: {}, foundAt: ctx.now })
    .onConflictDoNothing()
}
