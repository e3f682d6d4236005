/** Forms of the record of work. Codes are keys of messages.problems. */
import { z } from 'zod'
import { words } from '#app/domain/typed.ts'
import { panelRoles } from './paper.ts'

export const TakeForm = z.object({
  panel: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(9_999_999, 'invalid'),
})
/** Why a paper is taken back. */
export const TakingBackForm = z.object({ reason: words(500) })
export const CorrectionForm = z.object({
  role: z.enum(panelRoles, 'invalid'),
  hours: z.coerce.number('invalid').int('invalid').min(0, 'invalid').max(2000, 'invalid'),
  reason: words(500),
})
