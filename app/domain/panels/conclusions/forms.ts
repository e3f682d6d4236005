/** Forms of a conclusion: its text, the answers to it, the signatures under it. Codes are keys of messages.problems. */
import { z } from 'zod'
import { chosenFile, day, uuid, words } from '#app/domain/typed.ts'

const hash = z.string('invalid').regex(/^[0-9a-f]{64}$/, 'stale')

export const SendForm = z.object({
  revision: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(99_999, 'invalid'),
  lastDay: day,
})
export const AnswerForm = z.object({
  hash,
  dissent: z.string('invalid').trim().max(20_000, 'too-long').default(''),
})
export const SimpleForm = z.object({
  hash,
  currentPassword: z.string('required').min(1, 'required').max(200, 'too-long'),
  oneTimeCode: z.string('required').trim().min(1, 'required').max(40, 'too-long'),
})
export const DetachedForm = z.object({ hash, file: chosenFile })
export const PaperForm = z.object({ hash, personId: uuid, day, note: words(500), file: chosenFile })
export const AbsenceForm = z.object({ hash, personId: uuid, note: words(500) })
export const DeputyForm = z.object({ personId: uuid, reason: words(500) })
export const IdentityForm = z.object({ personId: uuid, document: words(120), checkedOn: day })
export const ReasonForm = z.object({ reason: words(2000) })
