/** How a draft ended, beside the row of a draft in any query of drafts. */
import { sql } from 'drizzle-orm'

export type OutcomeKind = 'approved' | 'revision' | 'rejected'

/** The last entry counts; null: nothing is entered. */
export const outcomeKind = sql<OutcomeKind | null>`(
  select o.kind from outcomes o where o.draft_id = "drafts"."id" order by o.id desc limit 1)`
