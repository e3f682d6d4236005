/** Forms in which a list of directions is prepared. Codes of errors are keys of messages.problems. */
import { z } from 'zod'
import { carried, day, maybe, words } from '#app/domain/typed.ts'

/** The revision of the draft that the form was made from. */
const seen = z.coerce.number('invalid').int('invalid').positive('invalid')

const mostLines = 60

/** One thing a line; empty lines are left out. */
const lines = z
  .string('invalid')
  .max(20_000, 'too-long')
  .default('')
  .transform((text) => text.split(/\r?\n/).flatMap((line) => line.replace(/\s+/g, ' ').trim() || []))
  .refine((all) => all.length <= mostLines, 'too-long')

export const ListHead = z.object({
  seen,
  title: words(300),
  document: maybe(120),
  firstDay: day.optional(),
})
export type ListHeadValue = z.output<typeof ListHead>

export const DirectionWords = z.object({
  seen,
  tier: z.enum(['federal', 'regional', 'municipal', 'institutional'], 'required'),
  title: words(1000),
  shortTitle: words(120),
  group: maybe(120),
  place: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(1000, 'invalid'),
  content: lines.refine((all) => all.length > 0, 'required'),
  procedures: lines,
  /** organisations as people call them, one a line */
  participants: lines,
  approving: lines,
  note: maybe(2000),
  fate: z.enum(['stays', 'leaves'], 'required'),
  replacedBy: z
    .array(carried(z.string().max(120, 'invalid')))
    .max(100, 'invalid')
    .default([]),
})
export type DirectionWordsValue = z.output<typeof DirectionWords>

/** Publishing is for ever, so the box must be ticked. */
export const ListPublication = z.object({ seen, sure: z.literal('on', 'directions-not-sure') })

/** A button that starts, discards or restores. */
export const ListButton = z.object({})

const number = (most: number) =>
  z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(most, 'invalid').optional()
const given = <T>(value: T | undefined) => value ?? null

/** What the Ministry says of statuses of a direction; what is left empty does not hold. */
export const StatusTerms = z.object({
  since: day,
  ground: words(400),
  termMonths: number(600).transform(given),
  reassessMonths: number(600).transform(given),
  attempts: number(100).transform(given),
  exempt: lines,
  exclusion: lines,
})
export type StatusTermsValue = z.output<typeof StatusTerms>
