/** Forms of events. Moments are what a clock on the wall of the instance's zone shows. */
import { z } from 'zod'
import { carried, chosenFile, maybe, uuid, words } from '#app/domain/typed.ts'

const shape = /^(19|20|21)\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/
// 31 February is no day; the next month would be taken for it
const isClock = (value: string) => {
  const moment = shape.test(value) ? Date.parse(`${value}:00Z`) : Number.NaN
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value)
}
const clock = z.string('required').min(1, 'required').refine(isClock, 'event-moment')

const link = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: 'event-link' }).max(500, 'too-long'),
])
const whole = (most: number) =>
  z.union([z.literal(''), z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(most, 'invalid')])

export const EventForm = z
  .object({
    organisationId: uuid,
    series: carried(maybe(60)),
    edition: maybe(60),
    title: words(300),
    about: maybe(6000),
    direction: carried(z.union([z.literal(''), z.guid('invalid')]).default('')),
    startsAt: clock,
    endsAt: clock,
    place: maybe(400),
    link: link.default(''),
    capacity: whole(100_000).default(''),
    registerUntil: z.union([z.literal(''), clock]).default(''),
  })
  .refine(({ startsAt, endsAt }) => endsAt >= startsAt, { path: ['endsAt'], error: 'event-ends' })
  .refine(({ endsAt, registerUntil }) => registerUntil <= endsAt, {
    path: ['registerUntil'],
    error: 'event-register-until',
  })
export type EventInput = z.output<typeof EventForm>

/** Speakers stand one a line: the number of a person of the platform, or the name of a guest. */
export const ItemForm = z
  .object({
    startsAt: clock,
    endsAt: clock,
    title: words(300),
    speakers: maybe(3000),
    practice: whole(2_147_483_647).default(''),
  })
  .refine(({ startsAt, endsAt }) => endsAt >= startsAt, { path: ['endsAt'], error: 'event-ends' })
export const ItemRemoval = z.object({ item: uuid })
export const CancelForm = z.object({ reason: words(1000) })
export const MarkForm = z.object({ registration: uuid, present: z.enum(['yes', 'no'], 'required') })
export const EventFileForm = z.object({ kind: z.enum(['material', 'minutes'], 'required'), file: chosenFile })
export const EventFileRemoval = z.object({ fileId: uuid })
