/** Fields of a request beyond size, places and directions. An empty number is no limit. */
import { z } from 'zod'
import { day, uuid, words } from '#app/domain/typed.ts'

const empty = (value: unknown) => (value === '' || value === undefined ? null : value)
const whole = (least: number, most: number) =>
  z.coerce.number('invalid').int('invalid').min(least, 'out-of-range').max(most, 'out-of-range')
const count = (most = 99) => z.preprocess(empty, whole(1, most).nullable())
const byDirection = (least: number, most: number) =>
  z
    .record(z.string().max(60, 'invalid'), z.preprocess(empty, whole(least, most).nullable()))
    .default({})
    .refine((all) => Object.keys(all).length <= 100, 'invalid')

/** Limits that may be only wished; directions have `direction:` before their id. */
export const softCode = z
  .string()
  .regex(/^(organisation|municipality|nominator|high|direction:[0-9a-f-]{36})$/, 'invalid')

export const limitFields = {
  /** by direction: members, 1 where nothing is said */
  minimum: byDirection(1, 99),
  /** by direction: points of competence of a hundred */
  floor: byDirection(0, 100),
  maxPerNominator: count(),
  minHigh: z.preprocess((value) => (value === '' || value === undefined ? 0 : value), whole(0, 99)),
  maxGoing: count(),
  maxPeriod: count(),
  periodMonths: count(120),
  restMonths: count(120),
  developerMonths: count(120),
  soft: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(softCode).max(100, 'invalid'),
  ),
  /** the band is read from the closed base */
  closedBand: z
    .literal('on', 'invalid')
    .optional()
    .transform((value) => value === 'on'),
}
const LimitForm = z.object(limitFields)
export type RequestLimits = z.infer<typeof LimitForm>

/** What of a request may be changed before anybody is chosen. */
export const RequestEditForm = z.object({
  size: whole(1, 99),
  reserve: whole(0, 99),
  maxPerOrganisation: count(),
  maxPerMunicipality: count(),
  answerDays: whole(1, 60),
  hours: count(500),
  lastDay: day,
  ...limitFields,
  revision: whole(1, 1_000_000),
})
export type RequestEdit = z.infer<typeof RequestEditForm>

/** Somebody who must, or must not, be in the panel. */
export const NameForm = z.object({
  number: whole(1, 1_000_000_000),
  standing: z.enum(['fixed', 'excluded'], 'required'),
  reason: words(500),
})
export const UnnameForm = z.object({ personId: uuid })
/** The change that a page offered, taken as it was offered. */
export const EaseForm = z.object({ revision: whole(1, 1_000_000) })
