/** Forms of the way into the registry. Errors are keys of messages.problems. */
import { z } from 'zod'
import { carried, day as dayTyped, maybe, uuid as uuidOf, words } from '#app/domain/typed.ts'

const day = carried(dayTyped)
const uuid = carried(uuidOf)
const number = carried(z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(2147483647, 'invalid'))

/** An own application: the direction, and that the person agrees to be assessed. */
export const ApplicationForm = z.object({
  direction: uuid,
  agreed: z.literal('on', 'application-agree'),
})

/** People of the own organisation or municipality, with one letter. */
export const NominationForm = z.object({
  organisation: uuid,
  direction: uuid,
  letterNumber: words(60),
  letterDay: day,
  people: maybe(100_000),
  list: z.instanceof(File).optional(),
  file: z.instanceof(File).optional(),
})
export type NominationValue = z.output<typeof NominationForm>

/** The person's answer to a nomination. */
export const ConsentForm = z.object({
  answer: carried(z.enum(['consented', 'declined'], 'required')),
  words: maybe(2000),
})

/** Why it is withdrawn, returned, reminded of. */
export const ReasonForm = z.object({ words: words(2000) })
export const MaybeReasonForm = z.object({ words: maybe(2000) })

/** A decision on one application, or on several that are ticked. */
export const DecisionForm = z
  .object({
    applications: z.array(number).min(1, 'applications-none').max(200, 'too-many').default([]),
    decision: carried(z.enum(['admitted', 'refused'], 'required')),
    grounds: z.array(carried(z.string().max(60, 'invalid'))).default([]),
    words: maybe(2000),
  })
  .superRefine(({ decision, grounds, applications }, ctx) => {
    if (applications.length === 0)
      ctx.addIssue({ code: 'custom', path: ['applications'], message: 'applications-none' })
    if (decision === 'refused' && grounds.length === 0)
      ctx.addIssue({ code: 'custom', path: ['grounds'], message: 'required' })
  })
export type DecisionValue = z.output<typeof DecisionForm>

export const AppealAnswerForm = z.object({
  answer: carried(z.enum(['satisfied', 'upheld'], 'required')),
  words: words(2000),
})

/** Day on the paper with the person's consent to a nomination. */
export const PaperConsentForm = z.object({ signedOn: day, file: z.instanceof(File).optional() })

/** A survey as it is sent; its questions are the direction's, so the command reads them. */
export const SurveySent = z.looseObject({ writer: carried(z.string().max(20, 'invalid')).optional() })

/** Answers that somebody else enters: from what and of which day. */
export const SurveyDictated = z.looseObject({
  how: carried(z.enum(['paper', 'spoken'], 'required')),
  signedOn: day,
  file: z.instanceof(File).optional(),
})
