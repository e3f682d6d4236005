/** What was changed on a card, when and why; who did it is told to those who keep cards. */
import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { organisationChanges, people } from '#db/schema/index.ts'
import { mayKeepOrganisations } from './keeping.server.ts'

export interface CardChange {
  id: string
  kind: (typeof organisationChanges.$inferSelect)['kind']
  at: Date
  ground: string
  /** fields with what they said before and after, as words */
  fields: { field: string; before: string; after: string }[]
  by: string | null
}

// Words that a reader of the card would look for; ids and what the form keeps for itself are left out.
const told = [
  'name',
  'shortName',
  'type',
  'tier',
  'aliases',
  'inn',
  'address',
  'phone',
  'email',
  'site',
  'during',
  'gone',
  'predecessor',
  'successor',
]

/** The newest changes of a card, at most 50. */
export async function changesOf(ctx: Ctx, organisationId: string): Promise<CardChange[]> {
  const rows = await ctx.db
    .select({ change: organisationChanges, family: people.familyName, given: people.givenName })
    .from(organisationChanges)
    .innerJoin(people, eq(people.id, organisationChanges.changedById))
    .where(eq(organisationChanges.organisationId, organisationId))
    .orderBy(desc(organisationChanges.id))
    .limit(50)
  const names = mayKeepOrganisations(ctx)
  return rows.map(({ change, family, given }) => ({
    ...{ id: change.id, kind: change.kind, at: change.changedAt, ground: change.ground },
    fields: change.kind === 'added' ? [] : fieldsOf(change.before, change.after),
    by: names ? `${family} ${given}` : null,
  }))
}

function fieldsOf(before: Record<string, unknown>, after: Record<string, unknown>) {
  return told
    .filter((field) => field in before || field in after)
    .map((field) => ({ field, before: wordOf(before[field]), after: wordOf(after[field]) }))
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
