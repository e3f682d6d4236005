/** Forms of the reviews room. Messages of the schemas are codes: keys of messages.problems. */
import { z } from 'zod'
import { wordingWays } from '#app/domain/reviews/remarks/wording.ts'
import { carried, chosenFile, day, maybe, uuid, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { decisionKinds, remarkKinds, stageKinds } from '#content/schema.ts'

const { text } = content().settings

const word = z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(100_000, 'invalid')

export const weights = ['editorial', 'substantive', 'principal'] as const
export const signatures = ['name', 'role', 'number'] as const

/** A remark; which words it is about comes as numbers of words in the unit, so that a form without scripts can say it. */
export const Remark = z.object({
  versionId: uuid,
  fromBlock: uuid,
  toBlock: uuid,
  scope: z.enum(['whole', 'phrase'], 'invalid'),
  fromWord: word.optional(),
  toWord: word.optional(),
  kind: z.enum(remarkKinds, 'required'),
  weight: z.enum(weights, 'invalid').default('substantive'),
  body: maybe(text.remark),
  way: z.enum(wordingWays, 'invalid').default('replace'),
  replacement: maybe(text.remark),
  grounds: maybe(text.reason),
  sources: maybe(text.reason),
  file: z.array(z.instanceof(File)).default([]),
  shownAs: z.enum(signatures, 'invalid').default('name'),
  onBehalfOfId: uuid.optional(),
  signatory: maybe(text.title),
  /** the public number of the person who opened the form */
  writer: carried(maybe(20)),
})

/** The words of an own remark as they are to be; the passage stays. */
export const RemarkEdit = z.object({
  kind: z.enum(remarkKinds, 'required'),
  weight: z.enum(weights, 'invalid').default('substantive'),
  body: maybe(text.remark),
  way: z.enum(['none', ...wordingWays], 'invalid').default('none'),
  replacement: maybe(text.remark),
  grounds: maybe(text.reason),
  sources: maybe(text.reason),
})

export const Reply = z.object({ body: words(text.reply) })
export const Withdrawal = z.object({ reason: maybe(text.reason) })
/** Hiding says why; showing again needs no reason. */
export const Hiding = z
  .object({ step: z.enum(['hide', 'show'], 'invalid').default('hide'), reason: maybe(text.reason) })
  .refine(({ step, reason }) => step === 'show' || reason !== '', { path: ['reason'], error: 'required' })
export const Decision = z.object({
  decision: z.enum(decisionKinds, 'required'),
  reason: maybe(text.reason),
  /** the decision the form was filled over; empty for none */
  seen: uuid.optional(),
  next: z.literal('on').optional(),
  together: z.literal('on').optional(),
  boilerplateId: uuid.optional(),
})

const passport = {
  title: words(text.title),
  kind: carried(words(60)),
  ground: words(text.note),
  explanatoryNote: words(text.note),
  questions: maybe(text.note),
  contact: words(text.title),
  lang: z.enum(['ru', 'en'], 'invalid').default('ru'),
}

export const Passport = z.object(passport)

// JSON of the editor is several times longer than the words in it; those are counted when it is checked.
const SOURCE = text.draftCharacters * 8

export const ways = ['rich', 'markdown', 'plain'] as const
const sentFile = {
  file: z.instanceof(File, { error: 'required' }).optional(),
  /** the file kept from the request before */
  upload: uuid.optional(),
  changes: z.enum(['accept', 'reject', 'suggest'], 'invalid').optional(),
  /** comments of the file are kept for the discussion */
  margin: z.literal('on').optional(),
}

/** The text of a new draft: the words come typed or as a file; a file wins. It is looked at before its passport is. */
export const NewDraft = z.object({
  ...sentFile,
  way: z.enum(ways, 'invalid').default('plain'),
  source: maybe(SOURCE),
  base: carried(maybe(SOURCE)),
  step: z.enum(['preview', 'create'], 'invalid').default('create'),
})

/** The passport that a draft is created with. */
export const NewPassport = z.object({
  ...passport,
  developerId: uuid,
  /** the accepted request that the draft answers */
  request: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(2147483647, 'invalid').optional(),
})

export const TextFile = z
  .object({
    ...sentFile,
    edition: z.coerce.number('invalid').int('invalid').min(1, 'invalid'),
    step: z.enum(['preview', 'save'], 'invalid').default('preview'),
  })
  .refine(({ file, upload }) => file || upload, { path: ['file'], error: 'required' })

/** A file that came back from a reviewer: read and shown with `preview`, what is ticked is sent with `send`. */
export const ReturnedFile = z
  .object({
    file: sentFile.file,
    upload: sentFile.upload,
    version: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(100_000, 'invalid').optional(),
    step: z.enum(['preview', 'send'], 'invalid').default('preview'),
    take: z
      .array(z.string().regex(/^[cs]\d{1,6}$/, 'invalid'))
      .max(1000, 'invalid')
      .default([]),
    kinds: z
      .record(z.string().max(10), z.enum(['criticism', 'question', 'objection', 'support'], 'invalid'))
      .default({}),
    shownAs: z.enum(signatures, 'invalid').default('name'),
  })
  .refine(({ file, upload }) => file || upload, { path: ['file'], error: 'required' })

export const VersionText = z.object({
  versionId: uuid,
  edition: z.coerce.number('invalid').int('invalid').min(1, 'invalid'),
  way: z.enum(ways, 'invalid'),
  source: words(SOURCE),
  /** the document that the Markdown was made of, as JSON */
  base: carried(maybe(SOURCE)),
  /** the losses that the writer agreed to */
  agreed: carried(maybe(text.title)),
  /** the public number of the person who opened the page */
  writer: carried(maybe(20)),
})

/** Who may be heard in a stage of discussion that everybody reads. */
export const heard = ['participant', 'expert'] as const

export const Stages = z.object({
  process: carried(words(60)),
  stages: z
    .array(
      z
        .object({
          kind: z.enum(stageKinds, 'invalid'),
          title: words(text.title),
          firstDay: day,
          lastDay: day,
          /** whom an open stage of discussion hears */
          who: z
            .enum(heard, 'invalid')
            .optional()
            .transform((one) => one && [one]),
        })
        .refine((stage) => stage.lastDay >= stage.firstDay, { path: ['lastDay'], error: 'term-order' }),
    )
    .min(1, 'required')
    .max(20, 'invalid'),
  reason: maybe(text.reason),
})

export const Publication = z.object({
  versionId: uuid,
  note: words(text.note),
  edition: z.coerce.number('invalid').int('invalid').min(1, 'invalid'),
  answers: z.array(uuid).default([]),
  /** the changes without a remark that were looked at */
  seen: carried(z.string().max(64, 'invalid')).optional(),
  unkeptReason: maybe(text.reason),
  unansweredReason: maybe(text.reason),
})

const count = z.coerce.number('invalid').int('invalid').min(0, 'invalid')

/** Proposals to be put into the next text; other words of one accepted in part come beside its id. */
export const Applying = z.object({ base: count, edition: count, chosen: z.array(uuid).default([]) })
export const TakingBack = z.object({ remarkId: uuid, edition: count })

/** The signed copy of a summary. */
export const Signature = z.object({
  signatory: words(text.name),
  post: words(text.name),
  day,
  file: chosenFile,
})
const remarkIds = z.array(uuid).min(1, 'remarks-none').max(2000, 'invalid')

/** Who prepares the answers; an empty executor takes the remarks back. */
export const Assignment = z.object({
  remarks: remarkIds,
  executor: uuid.optional(),
  dueDay: day.optional(),
})
export const Grouping = z.object({ remarks: remarkIds, kind: z.enum(['similar', 'copies'], 'invalid') })
export const Recommendation = z.object({
  decision: z.enum(decisionKinds, 'required'),
  reason: maybe(text.reason),
})
export const Settling = z.object({
  version: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(10_000, 'invalid'),
  attempt: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(10_000, 'invalid'),
  place: z.union([z.literal('none'), uuid], 'required'),
})
export const Chain = z.object({
  executor: z.literal('on').optional(),
  signatory: z.literal('on').optional(),
})
export const Boilerplate = z.object({ text: words(text.reason) })

export const SummaryPublication = z.object({ unansweredReason: maybe(text.reason) })
