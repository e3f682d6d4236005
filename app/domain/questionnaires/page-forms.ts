/** Forms of the pages that compose and conduct questionnaires. Codes are keys of messages.problems. */
import { z } from 'zod'
import { carried, day, maybe, uuid, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { questionTypes } from './composing.ts'

const { text } = content().settings
const tick = z
  .literal('on', 'invalid')
  .optional()
  .transform((value) => value === 'on')
const maybeDay = z.preprocess((value) => (value === '' || value === undefined ? null : value), day.nullable())
const hash = z.string('invalid').regex(/^[0-9a-f]{64}$/, 'invalid')

export const NewForm = z.object({
  kind: z.enum(['discussion', 'expertise', 'survey', 'sheet'], 'required'),
  title: words(text.title),
  intro: maybe(text.note),
  organisation: uuid,
  draft: carried(maybe(text.title)),
  /** of a sheet: the code of the one it begins as */
  base: carried(maybe(120)),
})

export const TitleForm = z.object({ title: words(text.title), intro: maybe(text.note) })

export const ConductForm = z.object({
  stageId: z.preprocess((value) => (value === '' || value === undefined ? null : value), uuid.nullable()),
  firstDay: maybeDay,
  lastDay: maybeDay,
  audience: z.enum(['everyone', 'experts', 'panel', 'invited'], 'required'),
  anonymous: tick,
  editable: tick,
  results: z.enum(['staff', 'closing', 'always'], 'required'),
})

/** The lists hold one entry a line; which fields matter depends on the type of the question. */
export const QuestionForm = z.object({
  type: z.enum(questionTypes, 'invalid'),
  seen: hash,
  title: words(text.question),
  hint: maybe(text.question),
  required: tick,
  options: maybe(text.note),
  other: tick,
  most: maybe(10),
  scale: maybe(text.note),
  rows: maybe(text.note),
  columns: maybe(text.note),
  least: maybe(30),
  highest: maybe(30),
  decimals: maybe(10),
  unit: maybe(40),
  line: tick,
  characters: maybe(10),
  types: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(carried(z.string('invalid').max(200, 'invalid'))).max(20, 'invalid'),
  ),
  megabytes: maybe(10),
  weight: maybe(10),
  reasoned: z.enum(['none', 'always', 'below'], 'invalid').default('none'),
  reasonBelow: maybe(10),
  evidence: tick,
  notApplicable: tick,
})

/** How a form is used as an expert sheet. */
export const SheetRulesForm = z.object({
  quorum: z.coerce.number('invalid').int('invalid').min(1, 'out-of-range').max(100, 'out-of-range'),
  difference: z.coerce.number('invalid').int('invalid').min(0, 'out-of-range').max(10, 'out-of-range'),
  named: tick,
  seen: hash,
})

export const MoveForm = z.object({ way: z.enum(['up', 'down'], 'invalid') })
export const PublicationForm = z.object({ seen: hash })
export const PeopleForm = z.object({ people: words(text.note) })
export const RemovalForm = z.object({
  person: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(2147483647, 'invalid'),
})
/** Fields that a questionnaire names; it reads them itself. */
export const AnswerForm = z.looseObject({})
/** A button without fields. */
export const ButtonForm = z.object({})
export const SendingForm = z.object({ version: uuid })
export const HidingForm = z
  .object({
    response: uuid,
    question: carried(words(20)),
    step: z.enum(['hide', 'show'], 'invalid').default('hide'),
    reason: maybe(text.reason),
  })
  .refine(({ step, reason }) => step === 'show' || reason !== '', { path: ['reason'], error: 'required' })
