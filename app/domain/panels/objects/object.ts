/**
 * What a panel judges: a version of a draft, a work of a contest, an information system, or a set of files. Pure.
 *
 * Everything a panel says of its object it says through this; only what needs the text of a draft asks for the draft.
 */
import { panels as words } from '#content/messages/ru/panels.ts'
import type { drafts, panels } from '#db/schema/index.ts'

export interface PanelObject {
  kind: 'draft' | 'submission' | 'system' | 'files'
  /** what may be told in letters, cards and lists; of a closed object only that it is closed */
  title: string
  /** what it is called, for those who work on it */
  name: string
  /** the page of the object, where it has one */
  href: string | null
  /** whose object it is: conflicts are looked for there */
  developerId: string
  authorId: string | null
  /** null for everything that is no draft */
  draft: { id: string; slug: string; versionId: string } | null
  submissionId: string | null
  /** what it is about is told to those who work on it only */
  closed: boolean
}
type Row = typeof panels.$inferSelect
type Draft = Pick<typeof drafts.$inferSelect, 'id' | 'slug' | 'title' | 'developerId' | 'authorId'>

/** The object of a panel, from its row and the draft it names. */
export function objectOf(panel: Row, draft: Draft | null): PanelObject {
  const { objectKind: kind, subject, ownerId, organisationId, submissionId, closed, versionId } = panel
  return {
    kind,
    title: closed ? words.closedObject : (draft?.title ?? subject ?? ''),
    name: draft?.title ?? subject ?? '',
    href: hrefOf(panel, draft),
    developerId: draft?.developerId ?? ownerId ?? organisationId,
    authorId: draft?.authorId ?? null,
    draft: draft && versionId ? { id: draft.id, slug: draft.slug, versionId } : null,
    submissionId,
    closed,
  }
}

/** What a notice says of the object: its title, and of what kind it is. */
export function told({ title, kind }: Pick<PanelObject, 'title' | 'kind'>): { title: string; about: string } {
  return { title, about: kind }
}

/** Where the object can be read: a draft on its page, a system at its own address, a work and files beside the panel. */
export function hrefOf(
  panel: Pick<Row, 'objectKind' | 'number' | 'subjectAddress'>,
  draft: { slug: string } | null,
): string | null {
  if (panel.objectKind === 'draft') return draft && `/drafts/${draft.slug}`
  if (panel.objectKind === 'system') return panel.subjectAddress
  if (panel.objectKind === 'submission') return `/panels/${panel.number}/work`
  return panel.objectKind === 'files' ? `/panels/${panel.number}/files` : null
}

/** What may be said of the object to somebody who only reads the protocol: of a closed one, nothing but that it is closed. */
export function publicObject({ title, href, closed, kind }: PanelObject): {
  kind: PanelObject['kind']
  title: string | null
  href: string | null
} {
  const open = kind === 'draft' || kind === 'system'
  return closed ? { kind, title: null, href: null } : { kind, title, href: open ? href : null }
}
