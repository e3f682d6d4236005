/** Which conflicts of interest keep people off a panel, and how far back they are looked for. */
import { z } from 'zod'
import { positive, text } from './shared.ts'

const weight = z.enum(['block', 'warn'])
export const conflictsSchema = z.strictObject({
  kinds: z.strictObject({
    author: weight,
    declared: weight,
    'same-organisation': weight,
    'unknown-organisation': weight,
    reciprocal: weight,
    'former-employer': weight,
    'co-author': weight,
    nominator: weight,
    'same-founder': weight,
    together: weight,
  }),
  formerYears: positive,
  reciprocalYears: positive,
  nominationYears: positive,
  coauthorYears: positive,
  together: z.strictObject({ panels: positive, years: positive }),
  /** types of organisations that count as founders of everything in their municipality */
  founderTypes: z.array(text),
  challengeDays: positive,
})
