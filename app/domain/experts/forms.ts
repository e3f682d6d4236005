/** What an order must say before it may begin or end a status. Codes of errors are keys of messages.problems. */
import { z } from 'zod'
import { dayOr } from './registry.ts'

const text = (limit: number) => z.string().trim().min(1, 'required').max(limit, 'too-long')
const day = z.string().refine((value) => dayOr(value, '') !== '', 'bad-day')
const tier = z.enum(['federal', 'regional', 'municipal', 'institutional'])

export const OrderLine = z.object({
  personId: z.uuid(),
  directionVersionId: z.uuid(),
  tier,
  act: z.enum(['begin', 'end']),
  /** of the status that begins, both days included; without a last day it has no end */
  firstDay: day.optional(),
  lastDay: day.optional(),
})

export const OrderPaper = z.object({
  issuerId: z.uuid(),
  number: text(60),
  day,
  title: text(400),
  effect: z.enum(['approves', 'extends', 'excludes', 'amends', 'replaces']),
  basis: z.string().trim().max(1000, 'too-long').default(''),
  signatoryPost: z.string().trim().max(200, 'too-long').default(''),
  agreedWithId: z.uuid().nullish(),
  documentId: z.uuid().nullish(),
  lines: z.array(OrderLine).min(1, 'order-empty').max(5000, 'too-many'),
})

export type OrderPaperInput = z.input<typeof OrderPaper>
export type OrderPaperValue = z.output<typeof OrderPaper>

/** A box that must be ticked: reloading deletes what people have entered. */
export const ReloadDemo = z.object({ sure: z.literal('on', 'not-sure') })
