/**
 * Reach of documents: a guest sees published cards; who keeps an organisation's documents also sees its drafts of cards.
 */
import { inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { documents, organisations } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const staff = ['document.edit', 'document.publish']

/** Condition on `documents`: the viewer may know that the card exists. */
export function documentVisibleTo(viewer: Viewer): SQL | undefined {
  if (staff.some((capability) => everywhere(viewer, capability))) return sql`true`
  const [issuers, municipalities] = [scopes(viewer, 'organisation'), scopes(viewer, 'municipality')]
  return or(
    isNotNull(documents.publishedAt),
    issuers.length > 0 ? inArray(documents.issuerId, issuers) : undefined,
    municipalities.length > 0
      ? sql`${documents.issuerId} in (select o.id from ${organisations} o where o.municipality_id in ${municipalities})`
      : undefined,
  )
}

function scopes(viewer: Viewer, kind: 'organisation' | 'municipality'): string[] {
  return [...new Set(staff.flatMap((capability) => scopesOf(viewer, capability, kind)))]
}
