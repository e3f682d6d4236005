/** Who and what the community is: the instance, tiers, organisations, municipalities, directions, roles. */
import { z } from 'zod'
import { code, day, positive, scopeKind, text, tierCode, words } from './shared.ts'

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
  tasks: z.array(
    z.strictObject({
      number: text,
      mechanism: z.enum(['organisational', 'information', 'methodical']),
      title: text,
    }),
  ),
  parentSystems: z.array(z.strictObject({ title: text, basis: code })).length(3),
  principles: z.array(text).min(1),
  approaches: z.array(z.strictObject({ title: text, summary: text })).min(1),
  assignments: z.array(assignment).min(1),
  pass: z.strictObject({ percent: z.int().min(0).max(100), strict: z.boolean() }),
  contacts: z.strictObject({ organisation: text, address: text, email: z.email(), hours: text, note: text }),
  footer: words,
  /** on which terms the open data may be used */
  licence: words,
  demoNotice: words,
})

export const tiersSchema = z.strictObject({
  tiers: z.array(z.strictObject({ code: tierCode, title: words, adjective: text, locative: text })).length(4),
})

/** Words of a pattern go into the database: so they hold letters alone and one star at the end. */
export const subjectsSchema = z.strictObject({
  subjects: z
    .array(
      z.strictObject({
        code,
        title: words,
        posts: z.array(z.string().regex(/^[а-яa-z][а-яa-z -]*\*?$/)).min(1),
      }),
    )
    .min(1),
})

export const organisationTypes = [
  'authority',
  'institute',
  'centre',
  'unit',
  'academy',
  'municipal-authority',
  'preschool',
  'school',
  'additional',
  'vocational',
  'community',
] as const

export const organisationsSchema = z.strictObject({
  types: z.array(z.strictObject({ code: z.enum(organisationTypes), title: words })),
  organisations: z.array(
    z.strictObject({
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
    }),
  ),
})

export const municipalitiesSchema = z.strictObject({
  kinds: z.array(z.strictObject({ code: z.enum(['urban', 'district']), title: words, short: text })),
  municipalities: z.array(
    z.strictObject({ code, name: text, kind: z.enum(['urban', 'district']), centre: text }),
  ),
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
  lists: z
    .array(
      z.strictObject({
        code,
        title: text,
        concept: code,
        from: day,
        to: day.optional(),
        successor: code.optional(),
        directions: z.array(direction).min(1),
      }),
    )
    .min(1),
})

const capabilityCode = z.string().regex(/^[a-z]+(\.[a-z]+)+$/, 'a capability such as draft.create')
const granted = z.record(capabilityCode, z.enum(['all', 'own']))

export const rolesSchema = z.strictObject({
  capabilities: z.array(z.strictObject({ code: capabilityCode, title: words })),
  roles: z.array(
    z.strictObject({
      code: z.enum([
        'admin',
        'ministry',
        'coordinator',
        'operator',
        'institute',
        'organizer',
        'municipality',
        'school',
        'community',
        'secretary',
        'speaker',
        'executor',
        'moderator',
        'closed-reader',
        'participant',
      ]),
      title: words,
      scopes: z.array(scopeKind).min(1), // kinds of scope a grant of the role may carry; what is `own` is counted from it
      givenBy: z.string().optional(), // capability with which the head of a place gives the role there
      termDays: positive.optional(), // a grant names its last day, at most so many days ahead
      summary: text,
      secondFactor: z.literal('required').optional(), // whoever holds the role signs in with a code, too
      can: granted,
    }),
  ),
  derived: z.array(
    z.strictObject({
      code: z.enum(['expert', 'applicant', 'panelist', 'chair']),
      title: words,
      from: text,
      can: granted,
    }),
  ),
})
