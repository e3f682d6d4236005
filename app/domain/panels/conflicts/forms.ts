/** Forms of conflicts. Codes are keys of messages.problems. */
import { z } from 'zod'
import { uuid, words } from '#app/domain/typed.ts'
import { conflictKinds } from './kinds.ts'

export const DecisionForm = z.object({
  seatId: uuid,
  kind: z.enum(conflictKinds, 'invalid'),
  ground: words(3000),
})
export const ReplacementForm = z.object({ seatId: uuid })
