/** The way into the registry: terms, requirements by direction, grounds of a refusal. */
import { z } from 'zod'
import { code, positive, text, whole, words } from './shared.ts'

const option = z.strictObject({ code, title: text, meets: z.boolean() })
const asked = { code, title: text, hint: text.optional(), required: z.boolean().default(true) }

const question = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    type: z.literal('one'),
    options: z.array(option).min(2),
    statement: z.literal('entrepreneur').optional(),
  }),
  /** `meets` is the least number that meets the requirement */
  z.strictObject({ ...asked, type: z.literal('number'), meets: whole, highest: positive }),
  z.strictObject({ ...asked, type: z.literal('text'), characters: positive }),
])

export const applicationsSchema = z.strictObject({
  terms: z.strictObject({
    consent: positive,
    survey: positive,
    decision: positive,
    appeal: positive,
    answer: positive,
  }),
  reminding: z.strictObject({ days: positive }),
  nominating: z.strictObject({ rows: positive, forgottenDays: positive, forgotten: text }),
  grounds: z.array(z.strictObject({ code, title: words })).min(1),
  requirements: z.strictObject({
    title: text,
    intro: text,
    questions: z.array(question).min(1),
    directions: z.array(z.strictObject({ code, questions: z.array(question).min(1) })),
  }),
})
