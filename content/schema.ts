/**
 * Shapes of the reference data: one zod schema a YAML file, and the type inferred from it.
 *
 * Objects are strict, so a misspelt key is an error and not a silently ignored setting.
 * What refers to what is checked in references.ts, because zod sees one file at a time.
 */
import { z } from 'zod'

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code of lower-case latin letters, digits and hyphens')
const text = z.string().trim().min(1)
const day = z.iso.date()
const words = z.strictObject({ ru: text, en: text })
const whole = z.int().min(0)
const positive = z.int().min(1)
const tierCode = z.enum(['federal', 'regional', 'municipal', 'institutional'])
const scopeKind = z.enum(['region', 'municipality', 'organisation', 'direction', 'self'])

const assignment = z.strictObject({
  role: z.enum(['coordinator', 'operator']),
  organisation: code,
  from: day,
  to: day.optional(), // half-open: the first day on which it no longer holds
  basis: code.optional(),
})

export const instanceSchema = z.strictObject({
  name: words,
  shortName: words,
  abbreviation: text,
  tagline: words,
  region: z.strictObject({ name: words, genitive: text, locative: text, adjective: text }),
  timezone: text,
  language: z.enum(['ru', 'en']),
  concept: code,
  goal: text,
  goalUntil: z.int(),
  tasks: z.array(z.strictObject({ number: text, mechanism: z.enum(['organisational', 'information', 'methodical']), title: text })),
  parentSystems: z.array(z.strictObject({ title: text, basis: code })).length(3),
  principles: z.array(text).min(1),
  approaches: z.array(z.strictObject({ title: text, summary: text })).min(1),
  assignments: z.array(assignment).min(1),
  pass: z.strictObject({ percent: z.int().min(0).max(100), strict: z.boolean() }),
  contacts: z.strictObject({ organisation: text, address: text, email: z.email(), hours: text, note: text }),
  footer: words,
  demoNotice: words,
})

export const tiersSchema = z.strictObject({
  tiers: z.array(z.strictObject({ code: tierCode, title: words, adjective: text, locative: text })).length(4),
})

export const organisationTypes = ['authority', 'institute', 'centre', 'unit', 'academy', 'municipal-authority', 'preschool', 'school', 'additional', 'vocational', 'community'] as const

export const organisationsSchema = z.strictObject({
  types: z.array(z.strictObject({ code: z.enum(organisationTypes), title: words })),
  organisations: z.array(z.strictObject({
    code,
    name: text,
    shortName: text,
    type: z.enum(organisationTypes),
    tier: tierCode,
    parent: code.optional(),
    aliases: z.array(text).default([]),
    predecessors: z.array(z.strictObject({ organisation: code, until: day })).default([]),
    closed: day.optional(),
    note: text.optional(),
  })),
})

export const municipalitiesSchema = z.strictObject({
  kinds: z.array(z.strictObject({ code: z.enum(['urban', 'district']), title: words, short: text })),
  municipalities: z.array(z.strictObject({ code, name: text, kind: z.enum(['urban', 'district']), centre: text })),
})

const direction = z.strictObject({
  code,
  number: positive,
  tier: z.enum(['regional', 'municipal']),
  group: code.optional(),
  title: text,
  short: words,
  content: z.array(text).min(1),
  procedures: z.array(text),
  participants: z.array(code), // organisations that table 2 names beside the experts; a warning, never a block
  approval: z.array(text),
  mechanisms: z.array(text),
  replacedBy: z.array(code).default([]),
  closed: z.boolean().default(false),
  aliases: z.array(text).default([]),
  note: text.optional(),
})

export const directionsSchema = z.strictObject({
  groups: z.array(z.strictObject({ code, title: words })),
  lists: z.array(z.strictObject({
    code,
    title: text,
    concept: code,
    from: day,
    to: day.optional(),
    successor: code.optional(),
    directions: z.array(direction).min(1),
  })).min(1),
})

const capabilityCode = z.string().regex(/^[a-z]+(\.[a-z]+)+$/, 'a capability such as draft.create')
const granted = z.record(capabilityCode, z.enum(['all', 'own']))

export const rolesSchema = z.strictObject({
  capabilities: z.array(z.strictObject({ code: capabilityCode, title: words })),
  roles: z.array(z.strictObject({
    code: z.enum(['admin', 'ministry', 'coordinator', 'operator', 'institute', 'organizer', 'municipality', 'school', 'community', 'secretary', 'moderator', 'participant']),
    title: words,
    scopes: z.array(scopeKind).min(1), // kinds of scope a grant of the role may carry; what is `own` is counted from it
    summary: text,
    can: granted,
  })),
  derived: z.array(z.strictObject({ code: z.enum(['expert', 'applicant', 'panelist', 'chair']), title: words, from: text, can: granted })),
})

const percent = z.int().min(0).max(100)
export const bandsSchema = z.strictObject({
  bands: z.array(z.strictObject({ code, title: words, from: percent, below: percent.optional() })).min(1),
})

export const documentKindsSchema = z.strictObject({
  kinds: z.array(z.strictObject({ code, title: words, genitive: text, draft: z.boolean() })).min(1),
})

export const documentsSchema = z.strictObject({
  documents: z.array(z.strictObject({
    code,
    kind: code,
    level: tierCode,
    issuer: text,
    organisation: code.optional(),
    date: day,
    number: text,
    title: text,
    basis: text.optional(),
    executors: z.array(text).default([]),
    control: text.optional(),
    supersedes: z.array(code).default([]),
    amends: z.array(code).default([]),
    status: z.enum(['in-force', 'superseded', 'amended', 'renewal-due']),
    summary: text,
    source: text,
  })),
})

export const glossarySchema = z.strictObject({
  source: code,
  terms: z.array(z.strictObject({ code, term: text, aliases: z.array(text).default([]), definition: text, direction: code.optional() })),
  abbreviations: z.array(z.strictObject({ short: text, full: text, organisation: code.optional() })),
})

export const roadmapSchema = z.strictObject({
  source: code,
  stages: z.array(z.strictObject({
    code,
    title: text,
    sections: z.array(z.strictObject({
      code,
      title: text,
      items: z.array(z.strictObject({
        code,
        number: text,
        title: text,
        executors: z.array(code),
        coExecutors: z.array(code).default([]),
        from: day.optional(),
        to: day.optional(), // last day, inclusive, as the source prints it
        term: text,
        results: z.array(text).min(1),
        note: text.optional(),
      })).min(1),
    })).min(1),
  })).min(1),
})

export const stageKinds = ['notice', 'discussion', 'expertise', 'processing', 'summary'] as const
export const processesSchema = z.strictObject({
  processes: z.array(z.strictObject({
    code,
    title: words,
    summary: text,
    guestsRead: z.boolean(),
    stages: z.array(z.strictObject({
      kind: z.enum(stageKinds),
      title: words,
      days: positive,
      who: z.array(z.enum(['everyone', 'participant', 'expert', 'invited', 'panel', 'institute', 'secretary'])).min(1),
      summary: text,
    })).min(2),
  })).min(1),
})

export const remarkKinds = ['criticism', 'proposal', 'objection', 'question', 'support'] as const
export const decisionKinds = ['accepted', 'partly', 'rejected', 'noted', 'explained', 'offtopic'] as const
export const remarksSchema = z.strictObject({
  kinds: z.array(z.strictObject({
    code: z.enum(remarkKinds),
    title: words,
    plural: words,
    hint: words,
    weight: whole,
    replacement: z.boolean(), // whether the remark may carry its own wording of the passage
    bodyRequired: z.boolean(),
    decisions: z.array(z.enum(decisionKinds)),
  })).length(remarkKinds.length),
  decisions: z.array(z.strictObject({ code: z.enum(decisionKinds), title: words, reasonRequired: z.boolean(), hint: words })).length(decisionKinds.length),
})

export const sheetsSchema = z.strictObject({
  templates: z.array(z.strictObject({
    code,
    title: words,
    intro: words,
    scale: z.array(z.strictObject({ value: whole, title: words })).min(2),
    criteria: z.array(z.strictObject({ code, title: words, question: words, weight: positive, reasonRequired: z.boolean(), evidence: z.enum(['none', 'optional', 'required']) })).min(1),
    verdicts: z.array(z.strictObject({ code, title: words })).min(2),
  })).min(1),
})

const rate = z.strictObject({ count: positive, minutes: positive })
export const settingsSchema = z.strictObject({
  rates: z.strictObject({ signInPerAccount: rate, signInPerAddress: rate, resetPerAccount: rate, signUpPerAddress: rate, remarksPerPerson: rate }),
  sessions: z.strictObject({ days: positive, resetLinkMinutes: positive, confirmLinkHours: positive }),
  uploads: z.strictObject({ maxMegabytes: positive, types: z.array(text).min(1) }),
  text: z.strictObject({
    name: positive, title: positive, remark: positive, reply: positive, reason: positive,
    note: positive, question: positive, draftCharacters: positive, passwordMin: positive, passwordMax: positive,
  }),
  paging: z.strictObject({ registry: positive, remarks: positive, log: positive }),
  retention: z.strictObject({ discardedDays: positive, outboxDays: positive, unconfirmedDays: positive }),
  panels: z.strictObject({ sizeMin: positive, sizeMax: positive, reserveMax: whole, answerDays: positive, sheetDays: positive }),
  search: z.strictObject({ suggestions: positive }),
})

export const pageSchema = z.strictObject({ title: text, slug: code, description: text, order: whole.optional(), role: code.optional(), version: text.optional() })
export const draftSchema = z.strictObject({
  title: text,
  slug: code,
  kind: code,
  developer: code,
  version: positive,
  ground: text,
  note: text,
  contact: text.optional(),
  directions: z.array(code).default([]),
  language: z.enum(['ru', 'en']).default('ru'),
})
