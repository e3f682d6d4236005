/** Forms of the directory of organisations. Messages are codes: keys of messages.problems. */
import { z } from 'zod'
import { carried, day, maybe, uuid, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { isInn } from './names.ts'

const { text } = content().settings
const tier = z.enum(['federal', 'regional', 'municipal', 'institutional'], 'required')
/** With or without «https://», as it is printed. */
const site = /^(https?:\/\/)?([\p{L}\d](-*[\p{L}\d])*\.)+\p{L}{2,}(:\d+)?(\/[^\s"<>]*)?$/iu
const types: readonly string[] = content().organisationTypes.map(({ code }) => code)

const card = {
  name: words(text.title),
  shortName: words(text.name),
  type: z.string('required').refine((code) => types.includes(code), 'required'),
  tier,
  /** code; empty for what belongs to the whole region */
  municipality: maybe(100),
  /** name, known spelling or code */
  parent: maybe(text.title),
  aliases: maybe(3000),
  inn: maybe(20)
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .refine((typed) => typed === '' || isInn(typed), 'inn'),
  firstDay: day.optional(),
  address: maybe(text.title),
  phone: maybe(text.name).refine((typed) => typed === '' || typed.replace(/\D/g, '').length >= 5, 'phone'),
  email: maybe(254).refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email'),
  site: maybe(200).refine((typed) => typed === '' || site.test(typed), 'site'),
}

/** A card as it is typed. `ground`: why, or by which paper. */
export const OrganisationForm = z.object({ ...card, ground: maybe(text.title) })
export type OrganisationValue = z.output<typeof OrganisationForm>

/** `seen`: the revision that was on the screen. */
export const EditedOrganisation = z.object({
  ...card,
  ground: words(text.title),
  seen: z.coerce.number('invalid').int('invalid'),
})

export const Closing = z.object({ lastDay: day, ground: words(text.title) })
/** The same page for a closed organisation, which works on. */
export const ClosingOrReopening = z.union([Closing, z.object({ ground: words(text.title) })])

export const Succession = z.object({
  /** the other organisation, by name, known spelling or code */
  other: words(text.title),
  side: z.enum(['predecessor', 'successor'], 'required'),
  day: day.optional(),
  ground: maybe(text.title),
})
export const Unlinking = z.object({ other: words(200) })

/** The card that goes, by name, known spelling or code; `seen` is the seal of the preview. */
export const Merging = z.object({
  gone: words(text.title),
  ground: maybe(text.title),
  seen: z.string().max(100, 'invalid').optional(),
})
export const MergeUndoing = z.object({ merge: uuid, ground: words(text.title) })

export const Duty = z.object({
  duty: z.enum(['coordinator', 'operator'], 'required'),
  firstDay: day,
  lastDay: day.optional(),
  ground: words(text.title),
})

export const DutyEnding = Duty.omit({ firstDay: true }).extend({ lastDay: day })

/** A list that is brought, as a file or as pasted rows. */
export const ListFile = z
  .object({
    kind: z.enum(['organisations', 'people', 'results'], 'required'),
    municipality: maybe(100),
    file: z.instanceof(File).optional(),
    pasted: z.string().max(4_000_000, 'too-long').optional(),
    /** of people: address or number of a registered order */
    order: maybe(text.title),
    direction: maybe(100),
    firstDay: day.optional(),
    lastDay: day.optional(),
    /** of results: what the campaign is called, the most points, which part makes the result */
    campaign: maybe(text.title),
    maximum: z.coerce
      .number('invalid')
      .int('points-whole')
      .min(1, 'points-maximum')
      .max(1_000_000, 'invalid')
      .default(100),
    part: carried(z.enum(['professional', 'motivation'], 'invalid')).default('professional'),
  })
  .superRefine(({ kind, campaign, direction, file, pasted }, ctx) => {
    const need = (field: string, value: string) => {
      if (kind === 'results' && value === '')
        ctx.addIssue({ code: 'custom', path: [field], message: 'required' })
    }
    need('campaign', campaign)
    need('direction', direction)
    const empty = (!file || file.size === 0) && !pasted?.trim()
    if (empty) ctx.addIssue({ code: 'custom', path: ['file'], message: 'required' })
  })
export type ListFileValue = z.output<typeof ListFile>

export const RowChoices = z.object({
  all: z.enum(['match', 'new', 'skip'], 'invalid').optional(),
  next: maybe(500),
  rows: z
    .array(
      z.object({
        at: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(1_000_000, 'invalid'),
        choice: maybe(60),
        take: z.array(z.string().max(30, 'invalid')).max(10, 'invalid').default([]),
      }),
    )
    .max(200, 'invalid')
    .default([]),
})

/** Field → column; a field without one is left out. */
export const Columns = z.object({
  columns: z
    .record(z.string().max(30, 'invalid'), z.string().max(4, 'invalid').optional())
    .default({})
    .transform((chosen) =>
      Object.fromEntries(
        Object.entries(chosen).flatMap(([field, column]) =>
          column && /^\d{1,3}$/.test(column) ? [[field, Number(column)]] : [],
        ),
      ),
    ),
})

/** `seen`: the revision that was on the screen. */
export const ListCommit = z.object({
  seen: z.coerce.number('invalid').int('invalid'),
  leave: z.literal('on').optional(),
})
export const ListUndoing = z.object({ reason: words(text.reason) })
