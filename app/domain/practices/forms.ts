/** Forms of practices. Nothing but the kind and the organisation is required while a card is written. */
import { z } from 'zod'
import { carried, chosenFile, day, maybe, uuid, words } from '#app/domain/typed.ts'

const list = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, 'invalid'),
  )
const edition = carried(z.coerce.number('invalid').int('invalid').min(1, 'invalid'))
const writer = carried(z.string().optional())
const kinds = ['expert', 'pedagogical'] as const

export const StartForm = z.object({
  kind: z.enum(kinds, 'required'),
  organisationId: uuid,
  title: words(300),
})
export const PassportForm = z.object({
  title: words(300),
  abstract: maybe(1500),
  direction: carried(z.union([z.literal(''), z.guid('invalid')]).default('')),
  tier: z
    .union([z.literal(''), z.enum(['federal', 'regional', 'municipal', 'institutional'], 'invalid')])
    .default(''),
  subjects: list(z.string().max(40, 'invalid'), 20),
  licence: carried(maybe(40)),
  edition,
  writer,
})
/** A part of the card as its editor sends it; `edition` is the one that it was typed over, 0 for none. */
export const SectionText = z.object({
  edition: z.coerce.number('invalid').int('invalid').min(0, 'invalid'),
  way: z.enum(['rich', 'markdown'], 'invalid'),
  source: words(400_000),
  base: carried(maybe(400_000)),
  /** the losses that the writer agreed to */
  agreed: carried(maybe(2000)),
  writer,
})
/** One button. */
export const StepForm = z.object({})
export const AuthorForm = z.object({ person: z.coerce.number('invalid').int('invalid').min(1, 'invalid') })
export const AuthorAnswer = z.object({ answer: z.enum(['confirmed', 'declined', 'withdrawn'], 'required') })
export const AuthorRemoval = z.object({ personId: uuid })
export const FileForm = z.object({ file: chosenFile })
export const FileRemoval = z.object({ fileId: uuid })
export const ReturnForm = z.object({ reason: words(3000) })
/** The formal check: goes on to reviews, or comes back with what to mend. */
export const CheckForm = z
  .object({ decision: z.enum(['reviewing', 'returned'], 'required'), reason: maybe(3000) })
  .refine(({ decision, reason }) => decision === 'reviewing' || reason !== '', {
    path: ['reason'],
    error: 'required',
  })
export const AskForm = z.object({ personId: uuid })
export const DecisionForm = z
  .object({
    decision: z.enum(['publish', 'returned', 'refused'], 'required'),
    reason: maybe(3000),
    publishOn: z.union([z.literal(''), day]).default(''),
  })
  .refine(({ decision, reason }) => decision === 'publish' || reason !== '', {
    path: ['reason'],
    error: 'required',
  })
export const AnswerForm = z.object({ accept: z.enum(['yes', 'no'], 'required'), reason: maybe(1000) })
