/** Forms of contests. Moments are typed as the instance's clock shows them; commands know the zone. */
import { z } from 'zod'
import { carried, chosenFile, day, maybe, uuid, words } from '#app/domain/typed.ts'

const whole = (least: number, most: number) =>
  z.coerce.number('invalid').int('invalid').min(least, 'out-of-range').max(most, 'out-of-range')
const quota = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  whole(1, 99).nullable(),
)
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).min(1, 'directions-required').max(50, 'invalid'),
  )
/** `2026-11-23T18:00`, without a zone. */
const clock = z
  .string('required')
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'day')
  .refine((value) => !Number.isNaN(Date.parse(`${value}Z`)), 'day')

const fields = {
  title: words(300),
  about: words(8000),
  basis: words(500),
  tier: z.enum(['federal', 'regional', 'municipal', 'institutional'], 'invalid'),
  opensAt: carried(clock),
  closesAt: carried(clock),
  mendDays: whole(1, 30),
  judgedUntil: day,
  appealUntil: day,
  questionnaire: carried(words(120)),
  perWork: whole(1, 15),
  reserve: whole(0, 10),
  load: whole(1, 200),
  maxPerOrganisation: quota,
  maxPerMunicipality: quota,
  answerDays: whole(1, 30),
}
export const ContestForm = z.object({ organisationId: uuid, ...fields })
export const ContestChange = z.object({ ...fields, reason: maybe(1000), edition: carried(whole(1, 99_999)) })
export const NominationForm = z.object({
  title: words(300),
  directions: list(uuid),
  winners: whole(1, 20),
  prizes: whole(0, 50),
})
export const RemovalForm = z.object({ id: uuid })
export const ButtonForm = z.object({})
export const ReasonForm = z.object({ reason: words(3000) })
export const StartForm = z.object({ nominationId: uuid, organisationId: uuid })
/** Nothing is required while it is typed; sending asks for everything. */
export const WorkForm = z.object({
  title: maybe(300),
  summary: maybe(5000),
  authors: maybe(1000),
  writer: carried(z.string().optional()),
})
export const WorkFileForm = z.object({ file: chosenFile })
export const CheckForm = z
  .object({ decision: z.enum(['admitted', 'returned', 'rejected'], 'required'), reason: maybe(3000) })
  .refine(({ decision, reason }) => decision === 'admitted' || reason !== '', {
    path: ['reason'],
    error: 'required',
  })
export const AppealForm = z.object({ words: words(5000) })
export const AnswerForm = z.object({ upheld: z.enum(['yes', 'no'], 'required'), answer: words(5000) })
/** A cap on the chance of each pair: in hundredths; empty is no cap, and then there is no lot. */
export const BatchForm = z
  .object({
    way: z.enum(['best', 'lot'], 'invalid').optional(),
    cap: z.preprocess(
      (value) => (value === '' || value === undefined ? null : value),
      whole(5, 95).nullable(),
    ),
    fair: z.literal('on').optional(),
  })
  .refine(({ way, cap }) => way !== 'lot' || cap !== null, { path: ['cap'], error: 'required' })
/** What the lot of this very reckoning is announced with. */
export const LotForm = z.object({ source: words(300), batch: carried(z.string().max(64, 'invalid')) })
export const LotDrawForm = z.object({ publicValue: words(200), lot: carried(whole(1, 99_999)) })

export const StopForm = z.object({
  kind: z.enum(['opening', 'thirds', 'answers', 'certificates', 'diplomas'], 'invalid'),
})
export const RankForm = z.object({ reason: maybe(3000), writer: carried(z.string().optional()) })
export const OrderForm = z.object({ number: words(60), day })
/** One answer for all works: which are taken; the papers are signed only when some are. */
export const AnswerAllForm = z
  .object({
    accepted: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(carried(uuid)).max(500, 'invalid'),
    ),
    noConflict: z.literal('on').optional(),
    nonDisclosure: z.literal('on').optional(),
    reason: maybe(3000),
    writer: carried(z.string().optional()),
  })
  .refine(({ accepted, noConflict }) => accepted.length === 0 || noConflict === 'on', {
    path: ['noConflict'],
    error: 'required',
  })
  .refine(({ accepted, nonDisclosure }) => accepted.length === 0 || nonDisclosure === 'on', {
    path: ['nonDisclosure'],
    error: 'required',
  })

export type ContestInput = z.output<typeof ContestForm>
export type ContestEdit = z.output<typeof ContestChange>
export type BatchInput = z.output<typeof BatchForm>
