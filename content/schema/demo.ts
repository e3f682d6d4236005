/** Shapes of the invented community: names, organisations, orders and accounts of the demonstration. */
import { z } from 'zod'
import { code, positive, text } from './shared.ts'

const words = z.array(text).min(1)
const weights = z.record(code, positive)
const directionCode = code

export const demoNamesSchema = z.strictObject({
  surnames: words, // masculine, whole
  firstParts: words, // of invented compound surnames
  secondParts: words,
  female: z.strictObject({ given: words, patronymics: words }),
  male: z.strictObject({ given: words, patronymics: words }),
  refused: z.strictObject({ salt: text, hashes: z.array(z.string().regex(/^[0-9a-f]{32}$/)) }),
})

const demoKind = z.strictObject({
  code,
  name: text,
  short: text,
  type: z.enum(['school', 'preschool', 'additional', 'vocational']),
  weight: positive,
  posts: words,
})

export const demoCommunitySchema = z.strictObject({
  seed: positive,
  experts: positive,
  organisations: positive,
  municipalities: z.strictObject({ usual: positive, weights }),
  authority: z.strictObject({ name: text, short: text, posts: words }),
  kinds: z.array(demoKind).min(1),
  subjects: words,
  bodies: z
    .array(
      z.strictObject({
        code,
        name: text,
        short: text,
        type: z.enum(['institute', 'centre', 'community']),
        municipality: code,
        posts: words,
        contacts: z.strictObject({ address: text, phone: text, email: z.email(), site: text }).optional(),
        standsFor: code.optional(), // the organisation of content/ in whose place the demo acts
      }),
    )
    .min(1),
  hidden: z.strictObject({ everything: positive, work: positive }), // of 1,000 people
  directions: z.array(z.strictObject({ code: directionCode, weight: positive, expertises: words })).min(1),
  accounts: z
    .array(
      z.strictObject({
        login: code,
        family: text,
        given: text,
        patronymic: text,
        gender: z.enum(['female', 'male']),
        organisation: text,
        post: text,
        role: code.optional(),
        scope: z
          .strictObject({
            kind: z.enum(['region', 'municipality', 'organisation', 'direction']),
            code: text.optional(),
          })
          .optional(),
        directions: z.array(directionCode).default([]),
      }),
    )
    .min(1),
})

export const demoOrdersSchema = z.strictObject({
  signatory: text,
  authoritySignatory: text,
  orders: z
    .array(
      z.strictObject({
        key: code,
        issuer: code, // an organisation, or `authority-<municipality>`
        agreedWith: code.optional(),
        number: text,
        day: z.int(), // from the day of loading
        begins: z.int().optional(), // when the statuses begin later than the order
        effect: z.enum(['approves', 'extends', 'excludes', 'revokes']),
        title: text,
        list: code.optional(), // an older list of directions; the days are then its own
        directions: z.array(directionCode).default([]),
        days: positive.optional(), // of the statuses
        share: positive.optional(), // weight among the orders of one direction
        people: positive.optional(), // how many, for orders that are not drawn for everybody
        of: code.optional(), // the order that is extended, narrowed or revoked
      }),
    )
    .min(1),
})
