/** Successful practices: kinds, parts of a card, licences, the rubric of its reviewers. */
import { z } from 'zod'
import { code, positive, words } from './shared.ts'
import { sheetTemplate } from './work.ts'

const advice = z.strictObject({ code: z.enum(['publish', 'mend', 'refuse']), title: words })

export const practicesSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        code: z.enum(['expert', 'pedagogical']),
        title: words,
        hint: words,
        /** whether a card of the kind needs a direction */
        direction: z.boolean(),
      }),
    )
    .length(2),
  sections: z
    .array(z.strictObject({ code, title: words, hint: words, least: positive }))
    .min(1)
    .max(12),
  licences: z.array(z.strictObject({ code, title: words, short: z.string().min(1), url: z.url() })).min(1),
  page: positive,
  /** how many experts look at a version, and in how many days */
  review: z.strictObject({ experts: z.int().min(1).max(5), days: positive }),
  rubric: sheetTemplate.extend({ verdicts: z.array(advice).length(3) }),
  files: z.strictObject({ most: positive }),
  authors: z.strictObject({ most: positive }),
})
