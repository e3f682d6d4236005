/** Document templates: which papers there are, and what may stand in braces in their DOCX. */
import { z } from 'zod'
import { code, words } from './shared.ts'

export const grammaticalCases = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const

/** A key of the paper's fields in code and data. */
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name of latin letters and digits')
/** What an editor of the DOCX writes in braces: readable, in the language of the papers. */
const word = z
  .string()
  .regex(/^\p{L}[\p{L}\p{N}_]*$/u, 'a word of letters, digits and underscores, as it stands in braces')

/** A field made from another one: a person's name or a post in a case, a signature, an acting post. */
const derived = z.strictObject({
  field: name,
  as: z.enum(['name', 'post', 'signature', 'signed-post']),
  case: z.enum(grammaticalCases).default('nominative'),
  /** it begins a line of the paper */
  capital: z.boolean().default(false),
})

const column = z.strictObject({ name, word, title: words })
const field = z.strictObject({
  name,
  word,
  title: words,
  hint: words.optional(),
  kind: z.enum(['line', 'text', 'day', 'flag', 'rows']),
  required: z.boolean().default(true),
  /** taken over from the organisation's last paper */
  kept: z.boolean().default(false),
  /** filled by the platform when the paper is made or issued, never typed into the fields */
  given: z.enum(['number', 'day', 'organisation']).optional(),
  from: derived.optional(),
  columns: z.array(column).min(1).optional(),
})

export const templatesSchema = z.strictObject({
  groups: z.array(z.strictObject({ code, title: words, fields: z.array(field).min(1) })).min(1),
  templates: z
    .array(
      z.strictObject({
        code,
        title: words,
        summary: words,
        /** false: the platform fills it when it is asked for, nobody writes one */
        byHand: z.boolean().default(true),
        /** codes of groups, in the order of the form */
        groups: z.array(code).default([]),
        fields: z.array(field).default([]),
      }),
    )
    .min(1),
})

const paperFields = z.record(name, z.union([z.string(), z.int(), z.array(z.record(name, z.string()))]))

/** content/demo/papers.yaml: numbers among the fields are days after the loading of the demo. */
export const demoPapersSchema = z.strictObject({
  /** the sign-in before @demo.example */
  writer: code,
  shared: paperFields,
  papers: z.array(
    z.strictObject({
      template: code,
      ago: z.int().min(0),
      number: z.string().min(1).optional(),
      fields: paperFields,
    }),
  ),
})
