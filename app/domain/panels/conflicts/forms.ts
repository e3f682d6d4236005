/** Forms of conflicts. Codes are keys of messages.problems. */
import { z } from 'zod'
import { uuid, words } from '#app/domain/typed.ts'
import { conflictKinds } from './kinds.ts'

export const DecisionForm = z.object({
  seatId: uuid,
  kind: z.enum(conflictKinds, 'invalid'),
  ground: words(3000),
})
export const ChallengeForm = z.object({
  member: z.coerce.number('required').int('required').min(1, 'required').max(1_000_000_000, 'invalid'),
  reason: words(3000),
})
export const ChallengeAnswerForm = z.object({
  outcome: z.enum(['upheld', 'rejected'], 'required'),
  answer: words(3000),
})
export const RecusalForm = z.object({ reason: words(3000), conflict: z.literal('on').optional() })
export const ReplacementForm = z.object({ seatId: uuid })
