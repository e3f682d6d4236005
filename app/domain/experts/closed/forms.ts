/** A closed read, a request for one and its answer. Errors are keys of messages.problems. */
import { z } from 'zod'
import { carried, day, words } from '#app/domain/typed.ts'
import { closedFields } from '#content/schema/person-fields.ts'

/** One box is a word, several are a list. */
const fields = carried(
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(closedFields, 'invalid')).min(1, 'closed-fields'),
  ),
)

const reason = {
  reasonCode: carried(z.string('required').min(1, 'required').max(60, 'invalid')),
  reason: words(1000).refine((value) => value.length >= 10, 'closed-reason'),
}

export const ClosedRead = z.object({ fields, ...reason })
export type ClosedReadValue = z.output<typeof ClosedRead>

export const ClosedRequest = z.object({ person: words(12), fields, ...reason })
export type ClosedRequestValue = z.output<typeof ClosedRequest>

export const ClosedAnswer = z
  .object({
    decision: carried(z.enum(['granted', 'refused'], 'required')),
    /** the last day on which the fields may be read */
    until: carried(day).optional(),
    answer: words(1000),
  })
  .superRefine(({ decision, until }, ctx) => {
    if (decision === 'granted' && !until)
      ctx.addIssue({ code: 'custom', path: ['until'], message: 'required' })
  })
export type ClosedAnswerValue = z.output<typeof ClosedAnswer>
