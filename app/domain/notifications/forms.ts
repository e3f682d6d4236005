/** Forms of the notifications room. Messages are codes: keys of messages.problems. */
import { z } from 'zod'
import { carried } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { mailWays } from '#content/schema.ts'

export const OutboxLook = z.object({
  reason: z
    .string('reason-needed')
    .trim()
    .min(1, 'reason-needed')
    .max(content().settings.text.title, 'too-long'),
  before: z.uuid('invalid').optional(),
})

export const LettersForm = z.object({
  ways: z.record(z.string().max(60, 'invalid'), z.enum(mailWays, 'invalid')).default({}),
})
export const FollowForm = z.object({
  kind: z.enum(['draft', 'block', 'remark'], 'invalid'),
  id: z.uuid('invalid'),
  follow: z.enum(['on', 'off'], 'invalid'),
  next: carried(z.string().max(400, 'invalid')).optional(),
})
