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

const day = z.number().int() // from the day of loading
const verdict = { decision: z.enum(decisionKinds).optional(), reason: z.string().default('') }

/** A paper of somebody who signs in, entered by the developer; what its author says of the record. */
const letter = z.strictObject({
  who: code,
  ...{ number: text, day, received: day, entered: day },
  rows: z
    .array(
      z.strictObject({
        at: text,
        kind: z.enum(remarkKinds),
        remark: z.string().default(''),
        proposal: z.string().default(''),
        ...verdict,
        objection: z
          .strictObject({
            ...{ body: text, day },
            answer: z.strictObject({ day, words: text, corrected: text.optional() }).optional(),
          })
          .optional(),
      }),
    )
    .min(1),
})

/** A closed stage inside the organisation for which somebody speaks; signed, or still gathered. */
const circle = z.strictObject({
  ...{ who: code, circle: text, members: z.array(code).min(1), convened: day, until: day },
  remarks: z.array(remark).min(1),
  items: z.array(
    z.strictObject({
      remarks: z.array(positive).min(1),
      kind: z.enum(remarkKinds),
      ...{ body: text, grounds: z.string().default(''), ...verdict },
    }),
  ),
  dissents: z.array(z.strictObject({ who: code, body: text })),
  signed: z.strictObject({ day, signatory: text }).optional(),
})

const outcome = z.strictObject({
  ...{ day, entered: day, act: text, number: text, link: z.string().default('') },
  changes: z.array(z.strictObject({ from: text, to: text })), // what the approved text says otherwise
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
        letters: z.array(letter).default([]),
        circles: z.array(circle).default([]),
        outcome: outcome.optional(),
      }),
    )
    .min(1),
})
