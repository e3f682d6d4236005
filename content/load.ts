/**
 * Reads content/ from disk, checks all of it, and keeps it for the process.
 *
 * Everything is read at start: a broken file stops the start with one clear line instead of
 * surprising a visitor later.
 */
import { checkReferences } from './references.ts'
import { readSources } from './sources.ts'
import type { Content } from './types.ts'

export { ContentError } from './source.ts'
export type * from './types.ts'

const kept = Symbol.for('rses.content')
const holder = globalThis as typeof globalThis & { [kept]?: Content }

/** The content of this process, read on the first call. */
export function content(): Content {
  holder[kept] ??= loadContent()
  return holder[kept]
}

/** Forgets what was read, so that the next content() reads the files again. */
export function forgetContent(): void {
  delete holder[kept]
}

/** Reads and checks the files under `root`/content; throws ContentError at the first fault. */
export function loadContent(root: string = process.cwd()): Content {
  const sources = readSources(root)
  checkReferences(sources)
  return {
    instance: sources.instance.value,
    tiers: sources.tiers.value.tiers,
    subjects: sources.subjects.value.subjects,
    organisationTypes: sources.organisations.value.types,
    organisations: sources.organisations.value.organisations,
    municipalityKinds: sources.municipalities.value.kinds,
    municipalities: sources.municipalities.value.municipalities,
    directionGroups: sources.directions.value.groups,
    directionLists: sources.directions.value.lists,
    candidateLists: sources.candidateLists.value,
    applications: sources.applications.value,
    personFields: sources.personFields.value,
    registryTotals: sources.registryTotals.value.years,
    roles: sources.roles.value,
    bands: sources.bands.value.bands,
    documentKinds: sources.documentKinds.value.kinds,
    documents: sources.documents.value.documents,
    glossary: sources.glossary.value,
    roadmap: sources.roadmap.value,
    processes: sources.processes.value.processes,
    calendars: sources.calendars.map(({ value }) => value),
    remarks: sources.remarks.value,
    moderation: sources.moderation.value,
    notifications: sources.notifications.value,
    obligations: sources.obligations.value.obligations,
    sheets: sources.sheets.value.templates,
    practices: sources.practices.value,
    events: sources.events.value,
    templates: sources.templates.value,
    settings: sources.settings.value,
    pages: sources.pages.map(({ value, body, file }) => ({
      ...value,
      body,
      file,
      language: file.endsWith('.en.md') ? 'en' : 'ru',
    })),
    drafts: sources.drafts
      .map(({ value, body, file }) => ({ ...value, body, file }))
      .sort((a, b) => a.slug.localeCompare(b.slug) || a.version - b.version),
  }
}
