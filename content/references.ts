/**
 * What refers to what: codes are unique, and every code named in one file exists in another.
 *
 * Runs after the shapes are checked; each fault names the line that holds the wrong code.
 */
import { allExist, exist, type Path, unique } from './codes.ts'
import { checkEvents } from './reference-events.ts'
import { checkPractices } from './reference-practices.ts'
import { checkCalendars, checkProcesses } from './reference-terms.ts'
import type { Source } from './source.ts'
import type { Sources } from './sources.ts'

/** Throws a ContentError at the first duplicate or dangling code. */
export function checkReferences(sources: Sources): void {
  checkOrganisations(sources)
  unique(sources.subjects, ['subjects'], sources.subjects.value.subjects)
  checkDirections(sources)
  checkCandidateLists(sources)
  checkRoles(sources)
  checkDocuments(sources)
  checkInstance(sources)
  checkBands(sources)
  checkGlossary(sources)
  checkRoadmap(sources)
  checkWork(sources)
  checkPractices(sources)
  checkEvents(sources)
  checkProcesses(sources)
  checkCalendars(sources)
  checkTemplates(sources)
  checkTexts(sources)
}

function checkOrganisations({ organisations, municipalities }: Sources) {
  const all = organisations.value.organisations
  unique(organisations, ['organisations'], all)
  unique(municipalities, ['municipalities'], municipalities.value.municipalities)
  for (const [i, { parent, predecessors }] of all.entries()) {
    const at = ['organisations', i]
    exist(organisations, [...at, 'parent'], parent, all, 'an organisation')
    for (const [k, { organisation }] of predecessors.entries())
      exist(organisations, [...at, 'predecessors', k, 'organisation'], organisation, all, 'an organisation')
  }
}

function checkDirections({ directions, documents, organisations }: Sources) {
  const { groups, lists } = directions.value
  unique(directions, ['lists'], lists)
  unique(directions, ['groups'], groups)
  for (const [i, list] of lists.entries()) {
    exist(directions, ['lists', i, 'concept'], list.concept, documents.value.documents, 'a document')
    exist(directions, ['lists', i, 'successor'], list.successor, lists, 'a list of directions')
    unique(directions, ['lists', i, 'directions'], list.directions)
    const next = lists.find((other) => other.code === list.successor)?.directions ?? []
    for (const [k, { group, replacedBy, participants }] of list.directions.entries()) {
      const at = ['lists', i, 'directions', k]
      exist(directions, [...at, 'group'], group, groups, 'a group of directions')
      allExist(directions, [...at, 'replacedBy'], replacedBy, next, 'a direction of the next list')
      allExist(
        directions,
        [...at, 'participants'],
        participants,
        organisations.value.organisations,
        'an organisation',
      )
    }
  }
}

function checkCandidateLists({ candidateLists, directions, organisations }: Sources) {
  const known = directions.value.lists.flatMap((list) => list.directions)
  const bodies = [...organisations.value.organisations, { code: 'municipality' }]
  const { default: common, directions: own } = candidateLists.value
  unique(candidateLists, ['directions'], own)
  for (const [i, { code }] of own.entries())
    exist(candidateLists, ['directions', i, 'code'], code, known, 'a direction')
  for (const [at, demands] of [[['default'], common], ...own.map((one, i) => [['directions', i], one])] as [
    Path,
    Partial<typeof common>,
  ][]) {
    exist(candidateLists, [...at, 'issuer'], demands.issuer, bodies, 'an organisation or "municipality"')
    exist(candidateLists, [...at, 'agreedWith'], demands.agreedWith, bodies, 'an organisation')
    allExist(candidateLists, [...at, 'agreement'], demands.agreement ?? [], bodies, 'an organisation')
    allExist(candidateLists, [...at, 'beside'], demands.beside ?? [], bodies, 'an organisation')
  }
}

function checkRoles({ roles }: Sources) {
  const { capabilities } = roles.value
  unique(roles, ['capabilities'], capabilities)
  for (const part of ['roles', 'derived'] as const) {
    unique(roles, [part], roles.value[part])
    for (const [i, { can }] of roles.value[part].entries())
      for (const capability of Object.keys(can))
        exist(roles, [part, i, 'can', capability], capability, capabilities, 'a capability')
  }
}

function checkDocuments({ documents, documentKinds, organisations }: Sources) {
  const all = documents.value.documents
  const { kinds } = documentKinds.value
  unique(documentKinds, ['kinds'], kinds)
  unique(documents, ['documents'], all)
  for (const [i, { kind, organisation, supersedes, amends }] of all.entries()) {
    const at = ['documents', i]
    exist(documents, [...at, 'kind'], kind, kinds, 'a kind of document')
    exist(
      documents,
      [...at, 'organisation'],
      organisation,
      organisations.value.organisations,
      'an organisation',
    )
    allExist(documents, [...at, 'supersedes'], supersedes, all, 'a document')
    allExist(documents, [...at, 'amends'], amends, all, 'a document')
  }
}

function checkInstance({ instance, documents, organisations }: Sources) {
  const known = documents.value.documents
  const { concept, parentSystems, assignments } = instance.value
  exist(instance, ['concept'], concept, known, 'a document')
  for (const [i, { basis }] of parentSystems.entries())
    exist(instance, ['parentSystems', i, 'basis'], basis, known, 'a document')
  for (const [i, { organisation, basis }] of assignments.entries()) {
    exist(
      instance,
      ['assignments', i, 'organisation'],
      organisation,
      organisations.value.organisations,
      'an organisation',
    )
    exist(instance, ['assignments', i, 'basis'], basis, known, 'a document')
  }
}

function checkBands({ bands }: Sources) {
  const all = bands.value.bands
  unique(bands, ['bands'], all)
  for (const [i, { below }] of all.entries()) {
    const next = all[i + 1]?.from
    if (below !== next)
      bands.fail(
        ['bands', i, 'below'],
        `expected below to be ${next ?? 'absent'}, where the next band begins`,
      )
  }
}

function checkGlossary({ glossary, documents, directions, organisations }: Sources) {
  const { source, terms, abbreviations } = glossary.value
  const known = directions.value.lists.flatMap((list) => list.directions)
  unique(glossary, ['terms'], terms)
  exist(glossary, ['source'], source, documents.value.documents, 'a document')
  for (const [i, { direction }] of terms.entries())
    exist(glossary, ['terms', i, 'direction'], direction, known, 'a direction')
  for (const [i, { organisation }] of abbreviations.entries()) {
    const at = ['abbreviations', i, 'organisation']
    exist(glossary, at, organisation, organisations.value.organisations, 'an organisation')
  }
}

function checkRoadmap({ roadmap, documents, organisations }: Sources) {
  const known = organisations.value.organisations
  exist(roadmap, ['source'], roadmap.value.source, documents.value.documents, 'a document')
  for (const [i, { sections }] of roadmap.value.stages.entries())
    for (const [k, { items }] of sections.entries()) {
      unique(roadmap, ['stages', i, 'sections', k, 'items'], items)
      for (const [n, { executors, coExecutors, doneBy }] of items.entries()) {
        const at = ['stages', i, 'sections', k, 'items', n]
        allExist(roadmap, [...at, 'executors'], executors, known, 'an organisation')
        allExist(roadmap, [...at, 'coExecutors'], coExecutors, known, 'an organisation')
        if (doneBy) exist(roadmap, [...at, 'doneBy'], doneBy, documents.value.documents, 'a document')
      }
    }
}

function checkWork({ tiers, processes, remarks, obligations, sheets }: Sources) {
  unique(tiers, ['tiers'], tiers.value.tiers)
  unique(processes, ['processes'], processes.value.processes)
  unique(remarks, ['kinds'], remarks.value.kinds)
  unique(remarks, ['decisions'], remarks.value.decisions)
  for (const [i, { versions }] of obligations.value.obligations.entries())
    for (const [at, { version }] of versions.entries())
      if (version !== at + 1)
        obligations.fail(['obligations', i, 'versions', at], `expected version ${at + 1}`)
  unique(sheets, ['templates'], sheets.value.templates)
  for (const [i, { criteria }] of sheets.value.templates.entries())
    unique(sheets, ['templates', i, 'criteria'], criteria)
}

function checkTemplates({ templates }: Sources) {
  const { groups, templates: all } = templates.value
  unique(templates, ['groups'], groups)
  unique(templates, ['templates'], all)
  for (const [i, template] of all.entries()) {
    const at = ['templates', i]
    allExist(templates, [...at, 'groups'], template.groups, groups, 'a group of fields')
    const shared = groups.filter(({ code }) => template.groups.includes(code)).flatMap(({ fields }) => fields)
    const fields = [...shared, ...template.fields]
    for (const [k, { name, word, kind, columns, from }] of template.fields.entries()) {
      const here = [...at, 'fields', k]
      if (fields.filter((other) => other.name === name || other.word === word).length > 1)
        templates.fail(here, `expected a name and a word used once, got "${name}" and "${word}" again`)
      if ((kind === 'rows') !== (columns !== undefined))
        templates.fail(here, 'expected columns for rows, and only for them')
      if (from && !fields.some((other) => other.name === from.field))
        templates.fail([...here, 'from'], `expected a field of the same template, got "${from.field}"`)
    }
  }
}

function checkTexts({ pages, drafts, roles, documentKinds, organisations, directions }: Sources) {
  const addresses = new Map<string, string>()
  const once = (source: Source<{ slug: string }>, key: string) => {
    const first = addresses.get(key)
    if (first) source.fail(['slug'], `expected a slug used once, got "${source.value.slug}", as in ${first}`)
    addresses.set(key, source.file)
  }
  const holders = [...roles.value.roles, ...roles.value.derived]
  for (const page of pages) {
    once(page, `page ${page.value.slug} ${page.file.endsWith('.en.md')}`)
    exist(page, ['role'], page.value.role, holders, 'a role')
  }

  const known = directions.value.lists.flatMap((list) => list.directions)
  for (const draft of drafts) {
    const { slug, version, kind, developer } = draft.value
    once(draft, `draft ${slug} ${version}`)
    exist(draft, ['kind'], kind, documentKinds.value.kinds, 'a kind of document')
    exist(draft, ['developer'], developer, organisations.value.organisations, 'an organisation')
    allExist(draft, ['directions'], draft.value.directions, known, 'a direction')
  }
}
