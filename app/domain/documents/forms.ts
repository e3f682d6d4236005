/** The card of a normative document as it is typed. Messages of the schema are codes: keys of messages.problems. */
import { z } from 'zod'
import { carried, day, maybe, words } from '#app/domain/typed.ts'

const card = {
  kind: carried(words(60)),
  tier: carried(words(60)),
  issuer: words(400),
  number: words(60),
  day,
  title: words(1000),
  basis: maybe(1000),
  summary: maybe(5000),
  firstDay: day.optional(),
  /** the last day of force, as people say it; the row keeps the day after */
  lastDay: day.optional(),
  /** code of the document that this one replaces */
  supersedes: maybe(120),
}

const terms = ({ firstDay, lastDay }: { firstDay?: string; lastDay?: string }, ctx: z.RefinementCtx) => {
  const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (lastDay && !firstDay) wrong('firstDay', 'day')
  if (firstDay && lastDay && lastDay < firstDay) wrong('lastDay', 'term-order')
}

/** Without a code of its own the card gets one from kind, year and number. */
export const NewCard = z.object({ ...card, code: maybe(120) }).superRefine(terms)
export const CorrectedCard = z.object(card).superRefine(terms)
export type CardInput = z.input<typeof NewCard>
export type CardValue = z.output<typeof CorrectedCard>
