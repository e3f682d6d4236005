/** Forms of the notifications room. Messages are codes: keys of messages.problems. */
import { z } from 'zod'
import { content } from '#content/load.ts'

export const OutboxLook = z.object({
  reason: z
    .string('reason-needed')
    .trim()
    .min(1, 'reason-needed')
    .max(content().settings.text.title, 'too-long'),
  before: z.uuid('invalid').optional(),
})
