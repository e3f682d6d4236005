/** Why moderators step in, and what people are told about. */
import { z } from 'zod'
import { code, text, words } from './shared.ts'

export const moderationSchema = z.strictObject({
  reasons: z.array(z.strictObject({ code, step: z.enum(['hide', 'return']), title: words })).min(1),
})

export const mailWays = ['now', 'daily', 'weekly', 'never'] as const

const topic = z.strictObject({
  code,
  way: z.enum(mailWays),
  title: words,
  hint: words,
  /** capabilities: shown only to those who have one of them somewhere */
  by: z.array(text).optional(),
  leave: z.boolean().default(true),
  rest: z.boolean().default(false),
  kinds: z.array(text),
})
export const notificationsSchema = z.strictObject({
  topics: z
    .array(topic)
    .min(1)
    .refine((topics) => topics.filter(({ rest }) => rest).length === 1, 'exactly one topic takes the rest'),
  digest: z.strictObject({ hour: z.int().min(0).max(23), weekday: z.int().min(1).max(7) }),
})
