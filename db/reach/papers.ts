/** Reach of templates and papers: those of the organisations whose templates the viewer edits; common templates too. */
import { type AnyColumn, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { documentTemplates, organisations, papers } from '#db/schema/index.ts'
import { everywhere, scopesOf, type Viewer } from './viewer.ts'

const capability = 'template.edit'

/** Condition on `document_templates`. */
export function templateVisibleTo(viewer: Viewer): SQL | undefined {
  if (everywhere(viewer, capability)) return sql`true`
  const own = ofTheirs(viewer, documentTemplates.organisationId)
  return own ? or(isNull(documentTemplates.organisationId), own) : sql`false`
}

/** Condition on `papers`. */
export function paperVisibleTo(viewer: Viewer): SQL | undefined {
  return everywhere(viewer, capability) ? sql`true` : (ofTheirs(viewer, papers.organisationId) ?? sql`false`)
}

/** Condition on `organisations`: those whose papers the viewer writes. */
export function writesFor(viewer: Viewer): SQL | undefined {
  return everywhere(viewer, capability) ? sql`true` : (ofTheirs(viewer, organisations.id) ?? sql`false`)
}

function ofTheirs(viewer: Viewer, column: AnyColumn): SQL | undefined {
  const [own, municipalities] = [
    scopesOf(viewer, capability, 'organisation'),
    scopesOf(viewer, capability, 'municipality'),
  ]
  return or(
    own.length > 0 ? inArray(column, own) : undefined,
    municipalities.length > 0
      ? sql`${column} in (select o.id from organisations o where ${inArray(sql`o.municipality_id`, municipalities)})`
      : undefined,
  )
}
