/**
 * What refers to what: codes are unique, and every code named in one file exists in another.
 *
 * Runs after the shapes are checked; each fault names the line that holds the wrong code.
 */
import type { Sources } from './load.ts'
import type { Source } from './source.ts'

type Path = readonly PropertyKey[]
type Named = { at: Path; code: string }

/** Throws a ContentError at the first duplicate or dangling code. */
export function checkReferences(sources: Sources): void {
  checkOrganisations(sources)
  checkDirections(sources)
  checkRoles(sources)
  checkDocuments(sources)
  checkInstance(sources)
  checkWords(sources)
  checkRoadmap(sources)
  checkTexts(sources)
}

function checkOrganisations({ organisations, municipalities }: Sources) {
  const all = organisations.value.organisations
  unique(organisations, codesOf(['organisations'], all))
  unique(municipalities, codesOf(['municipalities'], municipalities.value.municipalities))
  all.forEach((organisation, i) => {
    if (organisation.parent) mustExist(organisations, ['organisations', i, 'parent'], organisation.parent, all, 'an organisation')
    organisation.predecessors.forEach((predecessor, k) =>
      mustExist(organisations, ['organisations', i, 'predecessors', k, 'organisation'], predecessor.organisation, all, 'an organisation'))
  })
}

function checkDirections({ directions, documents, organisations }: Sources) {
  const { groups, lists } = directions.value
  unique(directions, codesOf(['lists'], lists))
  unique(directions, codesOf(['groups'], groups))
  lists.forEach((list, i) => {
    const at = ['lists', i]
    mustExist(directions, [...at, 'concept'], list.concept, documents.value.documents, 'a document')
    if (list.successor) mustExist(directions, [...at, 'successor'], list.successor, lists, 'a list of directions')
    const next = lists.find((other) => other.code === list.successor)?.directions ?? []
    unique(directions, codesOf([...at, 'directions'], list.directions))
    list.directions.forEach((direction, k) => {
      const here = [...at, 'directions', k]
      if (direction.group) mustExist(directions, [...here, 'group'], direction.group, groups, 'a group of directions')
      direction.replacedBy.forEach((other, n) => mustExist(directions, [...here, 'replacedBy', n], other, next, 'a direction of the next list'))
      direction.participants.forEach((other, n) =>
        mustExist(directions, [...here, 'participants', n], other, organisations.value.organisations, 'an organisation'))
    })
  })
}

function checkRoles({ roles }: Sources) {
  const { capabilities } = roles.value
  unique(roles, codesOf(['capabilities'], capabilities))
  for (const part of ['roles', 'derived'] as const) {
    unique(roles, codesOf([part], roles.value[part]))
    roles.value[part].forEach((role, i) => {
      for (const capability of Object.keys(role.can)) mustExist(roles, [part, i, 'can', capability], capability, capabilities, 'a capability')
    })
  }
}

function checkDocuments({ documents, documentKinds, organisations }: Sources) {
  const all = documents.value.documents
  unique(documentKinds, codesOf(['kinds'], documentKinds.value.kinds))
  unique(documents, codesOf(['documents'], all))
  all.forEach((document, i) => {
    mustExist(documents, ['documents', i, 'kind'], document.kind, documentKinds.value.kinds, 'a kind of document')
    for (const link of ['supersedes', 'amends'] as const) {
      document[link].forEach((other, k) => mustExist(documents, ['documents', i, link, k], other, all, 'a document'))
    }
    if (document.organisation) {
      mustExist(documents, ['documents', i, 'organisation'], document.organisation, organisations.value.organisations, 'an organisation')
    }
  })
}

function checkInstance({ instance, documents, organisations }: Sources) {
  const known = documents.value.documents
  mustExist(instance, ['concept'], instance.value.concept, known, 'a document')
  instance.value.parentSystems.forEach((system, i) => mustExist(instance, ['parentSystems', i, 'basis'], system.basis, known, 'a document'))
  instance.value.assignments.forEach((assignment, i) => {
    mustExist(instance, ['assignments', i, 'organisation'], assignment.organisation, organisations.value.organisations, 'an organisation')
    if (assignment.basis) mustExist(instance, ['assignments', i, 'basis'], assignment.basis, known, 'a document')
  })
}

function checkWords({ tiers, bands, glossary, processes, remarks, sheets, documents, directions, organisations }: Sources) {
  unique(tiers, codesOf(['tiers'], tiers.value.tiers))
  unique(bands, codesOf(['bands'], bands.value.bands))
  bands.value.bands.forEach((band, i, all) => {
    const next = all[i + 1]
    if (band.below !== next?.from) bands.fail(['bands', i, 'below'], `expected below to be ${next?.from ?? 'absent'}, where the next band begins`)
  })
  unique(glossary, codesOf(['terms'], glossary.value.terms))
  mustExist(glossary, ['source'], glossary.value.source, documents.value.documents, 'a document')
  const current = directions.value.lists.flatMap((list) => list.directions)
  glossary.value.terms.forEach((term, i) => {
    if (term.direction) mustExist(glossary, ['terms', i, 'direction'], term.direction, current, 'a direction')
  })
  glossary.value.abbreviations.forEach((short, i) => {
    if (short.organisation) mustExist(glossary, ['abbreviations', i, 'organisation'], short.organisation, organisations.value.organisations, 'an organisation')
  })
  unique(processes, codesOf(['processes'], processes.value.processes))
  unique(remarks, codesOf(['kinds'], remarks.value.kinds))
  unique(remarks, codesOf(['decisions'], remarks.value.decisions))
  unique(sheets, codesOf(['templates'], sheets.value.templates))
  sheets.value.templates.forEach((sheet, i) => unique(sheets, codesOf(['templates', i, 'criteria'], sheet.criteria)))
}

function checkRoadmap({ roadmap, documents, organisations }: Sources) {
  mustExist(roadmap, ['source'], roadmap.value.source, documents.value.documents, 'a document')
  unique(roadmap, roadmap.value.stages.flatMap((stage, i) => stage.sections.flatMap((section, k) =>
    codesOf(['stages', i, 'sections', k, 'items'], section.items))))
  roadmap.value.stages.forEach((stage, i) => stage.sections.forEach((section, k) => section.items.forEach((item, n) => {
    for (const part of ['executors', 'coExecutors'] as const) {
      item[part].forEach((code, m) =>
        mustExist(roadmap, ['stages', i, 'sections', k, 'items', n, part, m], code, organisations.value.organisations, 'an organisation'))
    }
  })))
}

function checkTexts({ pages, drafts, documentKinds, organisations, directions }: Sources) {
  const seen = new Map<string, string>()
  for (const page of [...pages, ...drafts]) {
    const language = 'language' in page.value ? '' : /\.en\.md$/.exec(page.file)?.[0]
    const version = 'version' in page.value ? page.value.version : ''
    const key = `${page.value.slug} ${language} ${version}`
    const first = seen.get(key)
    if (first) page.fail(['slug'], `duplicate slug "${page.value.slug}", first used in ${first}`)
    seen.set(key, page.file)
  }
  const known = directions.value.lists.flatMap((list) => list.directions)
  for (const draft of drafts) {
    mustExist(draft, ['kind'], draft.value.kind, documentKinds.value.kinds, 'a kind of document')
    mustExist(draft, ['developer'], draft.value.developer, organisations.value.organisations, 'an organisation')
    draft.value.directions.forEach((code, i) => mustExist(draft, ['directions', i], code, known, 'a direction'))
  }
}

function codesOf(at: Path, rows: readonly { code: string }[]): Named[] {
  return rows.map((row, i) => ({ at: [...at, i, 'code'], code: row.code }))
}

function unique(source: Source<unknown>, named: Named[]) {
  const seen = new Set<string>()
  for (const { at, code } of named) {
    if (seen.has(code)) source.fail(at, `expected a code used once, got "${code}" again`)
    seen.add(code)
  }
}

function mustExist(source: Source<unknown>, at: Path, code: string, rows: readonly { code: string }[], what: string) {
  if (!rows.some((row) => row.code === code)) source.fail(at, `expected the code of ${what}, got "${code}"`)
}
