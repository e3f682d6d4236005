/** Forms of the procedure and of requests. Messages of the schemas are codes: keys of messages.problems. */
import { z } from 'zod'
import { carried, day, maybe, uuid, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'

const { text } = content().settings

export const Why = z.object({ reason: words(text.reason), ground: maybe(text.title) })
export const Grounded = z.object({ reason: words(text.reason), ground: words(text.title) })
export const Prolongation = z.object({
  stageId: uuid,
  lastDay: day,
  reason: words(text.reason),
  ground: maybe(text.title),
})
export const Erratum = z.object({
  versionId: uuid,
  /** asked for when the words stand in several units */
  blockId: uuid.optional(),
  before: words(text.title),
  after: words(text.title),
  reason: words(text.reason),
})

export const DiscussionRequest = z.object({
  organisationId: uuid,
  developerId: uuid,
  process: carried(words(60)),
  title: words(text.title),
  kind: carried(words(60)),
  ground: words(text.note),
  explanatoryNote: words(text.note),
  questions: maybe(text.note),
  contact: words(text.title),
  letterNumber: words(text.name),
  letterDay: day,
  file: z.instanceof(File, { error: 'invalid' }).optional(),
  /** the public number of the person who opened the form */
  writer: carried(z.string().max(20, 'invalid')).optional(),
})

export const RequestVerdict = z
  .object({
    kind: z.enum(['accepted', 'returned', 'planned'], 'required'),
    reason: maybe(text.reason),
    month: z
      .string()
      .regex(/^(20\d\d-(0[1-9]|1[0-2]))?$/, 'invalid')
      .optional(),
  })
  .refine(({ kind, reason }) => kind !== 'returned' || reason !== '', { path: ['reason'], error: 'required' })
  .refine(({ kind, month }) => kind !== 'planned' || !!month, { path: ['month'], error: 'required' })
