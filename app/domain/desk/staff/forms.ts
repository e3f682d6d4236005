/** Forms of the desk of an organisation. Errors are keys of messages.problems. */
import { z } from 'zod'
import { carried, maybe } from '#app/domain/typed.ts'

export const StaffCheck = z.object({
  /** of those in the form of whom nothing is said */
  others: z.literal('right').optional(),
  show: z.literal('all').optional(),
  rows: z
    .array(
      z.object({
        person: carried(z.coerce.number('invalid').int('invalid').min(1, 'invalid')),
        verdict: carried(z.enum(['right', 'changed', 'left'], 'invalid')).optional(),
        note: maybe(500),
      }),
    )
    .max(200, 'invalid')
    .default([]),
})
export type StaffCheckValue = z.output<typeof StaffCheck>
