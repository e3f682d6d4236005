/** The card of a normative document as it is typed. Messages of the schema are codes: keys of messages.problems. */
import { z } from 'zod'

const words = (max: number) => z.string('required').trim().min(1, 'required').max(max, 'too-long')
const maybeWords = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .optional()
    .transform((value) => value ?? '')
const day = z.iso.date('day').refine((value) => value >= '1900-01-01' && value < '2200-01-01', 'day')

const card = {
  kind: words(60),
  tier: words(60),
  issuer: words(400),
  number: words(60),
  day,
  title: words(1000),
  basis: maybeWords(1000),
  summary: maybeWords(5000),
  firstDay: day.optional(),
  /** the last day of force, as people say it; the row keeps the day after */
  lastDay: day.optional(),
  /** code of the document that this one replaces */
  supersedes: maybeWords(120),
}

const terms = ({ firstDay, lastDay }: { firstDay?: string; lastDay?: string }, ctx: z.RefinementCtx) => {
  const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (lastDay && !firstDay) wrong('firstDay', 'day')
  if (firstDay && lastDay && lastDay < firstDay) wrong('lastDay', 'term-order')
}

/** Without a code of its own the card gets one from kind, year and number. */
export const NewCard = z.object({ ...card, code: maybeWords(120) }).superRefine(terms)
export const CorrectedCard = z.object(card).superRefine(terms)
export type CardInput = z.input<typeof NewCard>
export type CardValue = z.output<typeof CorrectedCard>
