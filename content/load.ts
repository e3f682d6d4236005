/**
 * Reads content/ from disk, checks all of it, and keeps it for the process.
 *
 * Everything is read at start: a broken file stops the start with one clear line instead of
 * surprising a visitor later.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkReferences } from './references.ts'
import * as s from './schema.ts'
import { ContentError, readMarkdown, readYaml, type Source } from './source.ts'
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
    organisationTypes: sources.organisations.value.types,
    organisations: sources.organisations.value.organisations,
    municipalityKinds: sources.municipalities.value.kinds,
    municipalities: sources.municipalities.value.municipalities,
    directionGroups: sources.directions.value.groups,
    directionLists: sources.directions.value.lists,
    roles: sources.roles.value,
    bands: sources.bands.value.bands,
    documentKinds: sources.documentKinds.value.kinds,
    documents: sources.documents.value.documents,
    glossary: sources.glossary.value,
    roadmap: sources.roadmap.value,
    processes: sources.processes.value.processes,
    remarks: sources.remarks.value,
    sheets: sources.sheets.value.templates,
    settings: sources.settings.value,
    pages: sources.pages.map(({ value, body, file }) => ({ ...value, body, file, language: file.endsWith('.en.md') ? 'en' : 'ru' })),
    drafts: sources.drafts.map(({ value, body, file }) => ({ ...value, body, file })),
  }
}

export type Sources = ReturnType<typeof readSources>

function readSources(root: string) {
  return {
    instance: readYaml(root, 'content/instance.yaml', s.instanceSchema),
    tiers: readYaml(root, 'content/tiers.yaml', s.tiersSchema),
    organisations: readYaml(root, 'content/organisations.yaml', s.organisationsSchema),
    municipalities: readYaml(root, 'content/municipalities.yaml', s.municipalitiesSchema),
    directions: readYaml(root, 'content/directions.yaml', s.directionsSchema),
    roles: readYaml(root, 'content/roles.yaml', s.rolesSchema),
    bands: readYaml(root, 'content/bands.yaml', s.bandsSchema),
    documentKinds: readYaml(root, 'content/document-kinds.yaml', s.documentKindsSchema),
    documents: readYaml(root, 'content/documents.yaml', s.documentsSchema),
    glossary: readYaml(root, 'content/glossary.yaml', s.glossarySchema),
    roadmap: readYaml(root, 'content/roadmap.yaml', s.roadmapSchema),
    processes: readYaml(root, 'content/processes.yaml', s.processesSchema),
    remarks: readYaml(root, 'content/remarks.yaml', s.remarksSchema),
    sheets: readYaml(root, 'content/sheets.yaml', s.sheetsSchema),
    settings: readYaml(root, 'content/settings.yaml', s.settingsSchema),
    pages: markdownOf(root, 'content/pages').map((file) => readMarkdown(root, file, s.pageSchema)),
    drafts: markdownOf(root, 'content/drafts').map((file) => readMarkdown(root, file, s.draftSchema)),
  } satisfies Record<string, Source<unknown> | Source<unknown>[]>
}

function markdownOf(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder)).filter((name) => name.endsWith('.md')).sort().map((name) => `${folder}/${name}`)
  } catch {
    throw new ContentError(`${folder}:1: expected a folder of Markdown files, found none`)
  }
}
