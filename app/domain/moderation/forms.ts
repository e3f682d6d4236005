/** Forms of the moderation room. Messages of the schemas are codes: keys of messages.problems. */
import { z } from 'zod'
import { maybe, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'

const { text } = content().settings

const reason = z.string('required').min(1, 'required').max(60, 'invalid')
export const ReportForm = z.object({
  reason,
  words: maybe(text.reason),
  /** what is wrong: the words, or the name beside them */
  about: z.enum(['words', 'name'], 'invalid').default('words'),
})
export const VerdictForm = z.object({
  step: z.enum(['pass', 'hide', 'return'], 'required'),
  reason: z.string().max(60, 'invalid').optional(),
  words: maybe(text.reason),
})
export const AnswerForm = z.object({
  step: z.enum(['appeal', 'correct'], 'required'),
  words: words(text.remark),
})
