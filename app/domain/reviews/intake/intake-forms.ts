/** Forms of papers that were entered and of objections to a record. Messages are codes: keys of messages.problems. */
import { z } from 'zod'
import { wordingWays } from '#app/domain/reviews/remarks/wording.ts'
import { carried, maybe, uuid, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { remarkKinds } from '#content/schema.ts'

const { text, intakes } = content().settings

export const channels = ['letter', 'email', 'session'] as const

const row = z.object({
  point: maybe(text.title),
  /** chosen: id of a unit, the document, or nothing yet */
  place: carried(maybe(60)),
  /** the point for which the choice was offered */
  seen: carried(maybe(text.title)),
  kind: z.enum(remarkKinds, 'invalid').optional(),
  remark: maybe(text.remark),
  proposal: maybe(text.remark),
  wording: z.literal('on').optional(),
  grounds: maybe(text.reason),
})

/** The paper and its remarks as they are typed: only saving asks that all of it is there. */
export const Intake = z.object({
  channel: z.enum(channels, 'invalid').default('letter'),
  number: maybe(text.name),
  day: carried(maybe(10)),
  receivedDay: carried(maybe(10)),
  event: maybe(text.title),
  item: maybe(text.name),
  name: maybe(text.name),
  personNumber: maybe(10).refine((value) => value === '' || /^[1-9]\d{0,8}$/.test(value), 'invalid'),
  organisation: maybe(text.title),
  post: maybe(text.name),
  named: z.literal('on').optional(),
  again: z.literal('on').optional(),
  version: z.coerce.number('invalid').int('invalid').min(1, 'invalid'),
  scan: z.instanceof(File).optional(),
  scanUpload: uuid.optional(),
  table: z.instanceof(File).optional(),
  tableUpload: uuid.optional(),
  step: z.enum(['more', 'check', 'save'], 'invalid').default('check'),
  rows: z.array(row).max(intakes.rows, 'table-many').default([]),
})
export type IntakeValue = z.output<typeof Intake>

export const Undoing = z.object({
  reason: words(text.reason),
})

export const Objection = z.object({
  body: words(text.reply),
})
export const ObjectionAnswer = z.object({
  choice: z.enum(['correct', 'keep'], 'required'),
  kind: z.enum(remarkKinds, 'invalid'),
  body: maybe(text.remark),
  way: z.enum(['none', ...wordingWays], 'invalid').optional(),
  replacement: maybe(text.remark),
  grounds: maybe(text.reason),
  sources: maybe(text.reason),
  words: words(text.reply),
})

export const Outcome = z
  .object({
    kind: z.enum(['approved', 'revision', 'rejected'], 'required'),
    act: maybe(text.title),
    number: maybe(text.name),
    day: z.iso.date('day'),
    link: maybe(text.title),
    reason: maybe(text.reason),
    correction: maybe(text.reason),
    file: z.instanceof(File).optional(),
  })
  // all that is missing is told at once; the command asks again
  .superRefine(({ kind, act, number, reason }, issues) => {
    const needed = kind === 'approved' ? { act, number } : { reason }
    for (const [field, words] of Object.entries(needed))
      if (!words?.trim()) issues.addIssue({ code: 'custom', message: 'required', path: [field] })
  })
