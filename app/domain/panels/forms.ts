/** Forms of panels: what a request, a choice, an answer and a conclusion must say. Codes are keys of messages.problems. */
import { z } from 'zod'
import { carried, chosenFile, day, maybe, uuid, words } from '#app/domain/typed.ts'
import { type AskedObject, objectFields } from './objects/forms.ts'
import { limitFields, type RequestLimits } from './requests/forms.ts'

const whole = (least: number, most: number) =>
  z.coerce.number('invalid').int('invalid').min(least, 'out-of-range').max(most, 'out-of-range')
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(100, 'invalid'),
  )

/** An empty quota is no quota. */
const quota = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  whole(1, 99).nullable(),
)

export const RequestForm = z.object({
  ...objectFields,
  /** empty: after the object */
  title: maybe(400),
  tier: z.enum(['federal', 'regional', 'municipal', 'institutional'], 'invalid'),
  size: whole(1, 99),
  reserve: whole(0, 99),
  directions: list(uuid).refine((chosen) => chosen.length > 0, 'directions-required'),
  maxPerOrganisation: quota,
  maxPerMunicipality: quota,
  answerDays: whole(1, 60),
  /** of work on the expertise; empty: as the settings say */
  hours: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    whole(1, 500).nullable(),
  ),
  lastDay: day,
  questionnaire: carried(words(120)),
  ...limitFields,
})
/** Fields that a questionnaire names; it checks them itself. */
export const TypedForm = z.looseObject({})
/** A button without fields. */
export const ButtonForm = z.object({})
export const HandForm = z.object({
  members: list(whole(1, 1_000_000)),
  reserve: list(whole(1, 1_000_000)),
  /** without one the refusal says what the choice would lose */
  reason: z.string('invalid').trim().max(500, 'too-long').default(''),
})
export const AnnounceForm = z.object({ source: words(300) })
export const DrawForm = z.object({ publicValue: words(200) })
export const CancelForm = z.object({ reason: words(3000) })
const choice = z.preprocess((value) => (value === '' || value === undefined ? null : value), uuid.nullable())
export const RolesForm = z.object({ chair: choice, deputy: choice, secretary: choice })
export const AbsenceForm = z.object({
  fromDay: day,
  untilDay: z.preprocess((value) => (value === '' || value === undefined ? null : value), day.nullable()),
})
export const ActForm = z.object({
  number: words(60),
  day,
  seal: carried(words(64)),
  file: chosenFile.optional(),
})
export const SwitchForm = z.object({ byAct: z.enum(['on', 'off'], 'invalid') })
export const PaperForm = z.object({
  kind: z.enum(['no-conflict', 'non-disclosure'], 'required'),
  signedOn: day,
  file: chosenFile,
})
export const ChairForm = z.object({ seatId: uuid })
/** Both texts are signed with the consent. */
export const AcceptForm = z.object({
  noConflict: z.literal('on', 'no-conflict-required'),
  nonDisclosure: z.literal('on', 'non-disclosure-required'),
})
export const LaterForm = z.object({ askAfter: day })
export const DeclineForm = z.object({ reason: words(3000), conflict: z.literal('on').optional() })
/** An answer that came otherwise, as a secretary writes it down. */
export const RecordedForm = z
  .object({
    answer: z.enum(['accepted', 'declined', 'later'], 'required'),
    channel: z.enum(['phone', 'paper', 'mail', 'person'], 'required'),
    answeredOn: day,
    words: words(3000),
    noConflict: z.literal('on').optional(),
    /** of «не сейчас» */
    askAfter: z.preprocess((value) => (value === '' ? undefined : value), day.optional()),
    /** the scan of the paper or letter, where there is one */
    file: chosenFile.optional(),
  })
  .refine(({ answer, noConflict }) => answer !== 'accepted' || noConflict === 'on', {
    path: ['noConflict'],
    error: 'no-conflict-required',
  })
  .refine(({ answer, askAfter }) => answer !== 'later' || askAfter !== undefined, {
    path: ['askAfter'],
    error: 'required',
  })
export const ObjectionForm = z.object({ objection: words(3000) })
export const ConclusionForm = z.object({
  verdict: carried(words(120)),
  text: words(20_000),
  recommendations: z.string('invalid').trim().max(20_000, 'too-long').default(''),
  revision: whole(1, 99_999),
})

export const RoundForm = z.object({
  criteria: list(carried(words(40))).refine((chosen) => chosen.length > 0, 'required'),
  lastDay: day,
  reason: words(3000),
})
export const ReasonForm = z.object({ reason: words(3000) })
export const ClosingForm = z.object({ reason: words(3000), dissent: maybe(3000) })
export const TermForm = z.object({ lastDay: day, reason: words(3000) })

/** Limits that are not said are none. */
export type PanelRequest = Omit<
  z.infer<typeof RequestForm>,
  keyof AskedObject | keyof RequestLimits | 'hours'
> &
  AskedObject &
  Partial<RequestLimits> & { hours?: number | null }
export type ConclusionEdit = z.infer<typeof ConclusionForm>
