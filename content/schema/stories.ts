/** Shape of what the invented community says about the drafts of the demonstration. */
import { z } from 'zod'
import { code, positive, text, whole } from './shared.ts'
import { decisionKinds, remarkKinds } from './work.ts'

/** A login of the community, or the number of an expert in order of public numbers. */
const who = z.union([code, whole])

const remark = z.strictObject({
  who,
  at: text.optional(), // words of the passage; the unit that begins with them is preferred
  section: whole.optional(), // instead of words: which paragraph of the text, from 0
  whole: z.boolean().default(false),
  kind: z.enum(remarkKinds),
  weight: z.enum(['editorial', 'substantive', 'principal']).default('substantive'),
  body: z.string(),
  replacement: text.optional(),
  as: z.enum(['name', 'role', 'number']).default('name'),
  supports: whole.default(0),
  replies: z.array(z.strictObject({ who, body: text })).default([]),
  decision: z.enum(decisionKinds).optional(),
  reason: z.string().default(''),
  changed: z.boolean().default(false), // the next version brings the change
})

export const storiesSchema = z.strictObject({
  drafts: z
    .array(
      z.strictObject({
        slug: code,
        versions: z
          .array(
            z.strictObject({
              number: positive,
              open: z.string().default(''), // why not all that was promised is in it
              remarks: z.array(remark),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})
