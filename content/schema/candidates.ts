/** Lists of candidates: what an organiser's list needs before its order. */
import { z } from 'zod'
import { code, positive } from './shared.ts'

/** `municipality` is the body of education of the list's municipality, else the code of an organisation. */
const demands = z.strictObject({
  /** the assessment is demanded of whoever has no status yet */
  assessment: z.boolean(),
  /** whose agreement the list needs */
  agreement: z.array(code),
  /** whose order begins the statuses */
  issuer: code,
  /** with whom that order itself says to be agreed */
  agreedWith: code.optional(),
  /** who else issues an act about the same list */
  beside: z.array(code),
})

export const candidateListsSchema = z.strictObject({
  default: demands,
  directions: z.array(demands.partial().extend({ code })),
  /** days before the end of a status, the longest first */
  expiring: z.array(positive).min(1),
})
