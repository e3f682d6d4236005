/** Which files content/ consists of, and which schema each obeys. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as s from './schema.ts'
import { ContentError, readMarkdown, readYaml, type Source } from './source.ts'

/** Every content file, each checked by its own schema. */
export type Sources = ReturnType<typeof readSources>

/** Reads the files under `root`/content and checks their shapes, not yet what refers to what. */
export function readSources(root: string) {
  return {
    instance: readYaml(root, 'content/instance.yaml', s.instanceSchema),
    tiers: readYaml(root, 'content/tiers.yaml', s.tiersSchema),
    subjects: readYaml(root, 'content/subjects.yaml', s.subjectsSchema),
    organisations: readYaml(root, 'content/organisations.yaml', s.organisationsSchema),
    municipalities: readYaml(root, 'content/municipalities.yaml', s.municipalitiesSchema),
    directions: readYaml(root, 'content/directions.yaml', s.directionsSchema),
    candidateLists: readYaml(root, 'content/candidate-lists.yaml', s.candidateListsSchema),
    applications: readYaml(root, 'content/applications.yaml', s.applicationsSchema),
    personFields: readYaml(root, 'content/person-fields.yaml', s.personFieldsSchema),
    registryTotals: readYaml(root, 'content/registry-totals.yaml', s.registryTotalsSchema),
    roles: readYaml(root, 'content/roles.yaml', s.rolesSchema),
    bands: readYaml(root, 'content/bands.yaml', s.bandsSchema),
    documentKinds: readYaml(root, 'content/document-kinds.yaml', s.documentKindsSchema),
    documents: readYaml(root, 'content/documents.yaml', s.documentsSchema),
    glossary: readYaml(root, 'content/glossary.yaml', s.glossarySchema),
    roadmap: readYaml(root, 'content/roadmap.yaml', s.roadmapSchema),
    processes: readYaml(root, 'content/processes.yaml', s.processesSchema),
    remarks: readYaml(root, 'content/remarks.yaml', s.remarksSchema),
    moderation: readYaml(root, 'content/moderation.yaml', s.moderationSchema),
    notifications: readYaml(root, 'content/notifications.yaml', s.notificationsSchema),
    obligations: readYaml(root, 'content/obligations.yaml', s.obligationsSchema),
    sheets: readYaml(root, 'content/sheets.yaml', s.sheetsSchema),
    practices: readYaml(root, 'content/practices.yaml', s.practicesSchema),
    events: readYaml(root, 'content/events.yaml', s.eventsSchema),
    templates: readYaml(root, 'content/templates.yaml', s.templatesSchema),
    settings: readYaml(root, 'content/settings.yaml', s.settingsSchema),
    calendars: filesOf(root, 'content/calendars', '.yaml').map((file) =>
      readYaml(root, file, s.calendarSchema),
    ),
    pages: filesOf(root, 'content/pages', '.md').map((file) => readMarkdown(root, file, s.pageSchema)),
    drafts: filesOf(root, 'content/drafts', '.md').map((file) => readMarkdown(root, file, s.draftSchema)),
  } satisfies Record<string, Source<unknown> | Source<unknown>[]>
}

function filesOf(root: string, folder: string, ending: '.md' | '.yaml'): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`)
  } catch {
    const kind = ending === '.md' ? 'Markdown' : 'YAML'
    throw new ContentError(`${folder}:1: expected a folder of ${kind} files, found none`)
  }
}
