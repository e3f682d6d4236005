/** Types of the reference data, inferred from the schemas; the only part of content/ that the browser's code needs. */
import type { z } from 'zod'
import type * as s from './schema.ts'

export type Instance = z.infer<typeof s.instanceSchema>
export type Subject = z.infer<typeof s.subjectsSchema>['subjects'][number]
export type Tier = z.infer<typeof s.tiersSchema>['tiers'][number]
export type TierCode = Tier['code']
export type Organisation = z.infer<typeof s.organisationsSchema>['organisations'][number]
export type OrganisationType = Organisation['type']
export type Municipality = z.infer<typeof s.municipalitiesSchema>['municipalities'][number]
export type DirectionList = z.infer<typeof s.directionsSchema>['lists'][number]
export type Direction = DirectionList['directions'][number]
/** What a list of candidates needs before its order. */
export type CandidateLists = z.infer<typeof s.candidateListsSchema>
export type ListDemands = CandidateLists['default']
/** Terms, requirements and grounds of the way into the registry. */
export type ApplicationsContent = z.infer<typeof s.applicationsSchema>
export type Requirement = ApplicationsContent['requirements']['questions'][number]
/** Which fields of a person are open, which closed, and on which grounds. */
export type PersonFields = z.infer<typeof s.personFieldsSchema>
export type OpenField = PersonFields['open'][number]['code']
export type ClosedField = PersonFields['closed'][number]['code']
export type Roles = z.infer<typeof s.rolesSchema>
export type Role = Roles['roles'][number]
export type RoleCode = Role['code']
export type DerivedCode = Roles['derived'][number]['code']
export type ScopeKind = Role['scopes'][number]
export type Band = z.infer<typeof s.bandsSchema>['bands'][number]
export type DocumentKind = z.infer<typeof s.documentKindsSchema>['kinds'][number]
export type NormativeDocument = z.infer<typeof s.documentsSchema>['documents'][number]
export type Glossary = z.infer<typeof s.glossarySchema>
export type Roadmap = z.infer<typeof s.roadmapSchema>
export type Process = z.infer<typeof s.processesSchema>['processes'][number]
export type ProcessStage = Process['stages'][number]
export type Calendar = z.infer<typeof s.calendarSchema>
export type StageKind = Process['stages'][number]['kind']
export type Remarks = z.infer<typeof s.remarksSchema>
export type RemarkKind = Remarks['kinds'][number]['code']
export type DecisionKind = Remarks['decisions'][number]['code']
export type ModerationReasons = z.infer<typeof s.moderationSchema>
export type Told = z.infer<typeof s.notificationsSchema>
export type Topic = Told['topics'][number]
export type MailWay = Topic['way']
export type Obligation = z.infer<typeof s.obligationsSchema>['obligations'][number]
export type SheetTemplate = z.infer<typeof s.sheetsSchema>['templates'][number]
/** How practices are described and looked at. */
export type Practices = z.infer<typeof s.practicesSchema>
export type Events = z.infer<typeof s.eventsSchema>
/** What a paper may name in braces, and the papers there are. */
export type Templates = z.infer<typeof s.templatesSchema>
export type TemplateKind = Templates['templates'][number]
export type TemplateField = TemplateKind['fields'][number]
export type GrammaticalCase = (typeof s.grammaticalCases)[number]
export type Settings = z.infer<typeof s.settingsSchema>
/** The same words in the two languages of the interface. */
export type Words = Tier['title']

type Localised = { language: 'ru' | 'en'; body: string; file: string }
/** A page of the site; `body` is Markdown. The English one is absent until it is translated. */
export type Page = z.infer<typeof s.pageSchema> & Localised
/** A document that the demo puts up for discussion; `body` is Markdown, one paragraph a line. */
export type DraftText = z.infer<typeof s.draftSchema> & { body: string; file: string }

/** Everything content/ holds, read and checked once. */
export type Content = {
  instance: Instance
  tiers: Tier[]
  subjects: Subject[]
  organisationTypes: z.infer<typeof s.organisationsSchema>['types']
  organisations: Organisation[]
  municipalityKinds: z.infer<typeof s.municipalitiesSchema>['kinds']
  municipalities: Municipality[]
  directionGroups: z.infer<typeof s.directionsSchema>['groups']
  directionLists: DirectionList[]
  candidateLists: CandidateLists
  applications: ApplicationsContent
  roles: Roles
  personFields: PersonFields
  registryTotals: z.infer<typeof s.registryTotalsSchema>['years']
  bands: Band[]
  documentKinds: DocumentKind[]
  documents: NormativeDocument[]
  glossary: Glossary
  roadmap: Roadmap
  processes: Process[]
  calendars: Calendar[]
  remarks: Remarks
  moderation: ModerationReasons
  notifications: Told
  obligations: Obligation[]
  sheets: SheetTemplate[]
  practices: Practices
  events: Events
  templates: Templates
  settings: Settings
  pages: Page[]
  drafts: DraftText[]
}
