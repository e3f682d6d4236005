/** Forms of the moderation room. Messages of the schemas are codes: keys of messages.problems. */
import { z } from 'zod'
import { carried, maybe, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'

const { text } = content().settings

const reason = carried(z.string('required').min(1, 'required').max(60, 'invalid'))
export const ReportForm = z.object({
  reason,
  words: maybe(text.reason),
  /** what is wrong: the words, or the name beside them */
  about: z.enum(['words', 'name'], 'invalid').default('words'),
})
export const VerdictForm = z.object({
  step: z.enum(['pass', 'hide', 'return'], 'required'),
  reason: carried(z.string().max(60, 'invalid')).optional(),
  words: maybe(text.reason),
})
/** An appeal, or corrected words; which parts of them a text needs, its own room says. */
export const AnswerForm = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('appeal'),
    words: words(text.remark),
  }),
  z.object({
    step: z.literal('correct'),
    body: maybe(text.remark),
    replacement: corrected(text.remark),
    grounds: corrected(text.reason),
    sources: corrected(text.reason),
  }),
])

function corrected(max: number) {
  return z.string().trim().max(max, 'too-long').optional()
}
