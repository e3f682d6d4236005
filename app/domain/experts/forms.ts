/** What an order must say before it may begin or end a status. Codes of errors are keys of messages.problems. */
import { z } from 'zod'
import { email } from '#app/domain/accounts/forms.ts'
import { carried, chosenFile, maybe, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { dayOr } from './registry.ts'

const day = carried(z.string('day')).refine((value) => dayOr(value, '') !== '', 'bad-day')
const acts = ['begin', 'end', 'amend', 'suspend', 'resume'] as const
const tier = z.enum(['federal', 'regional', 'municipal', 'institutional'])

export const OrderLine = z.object({
  personId: z.uuid(),
  directionVersionId: z.uuid(),
  tier,
  act: z.enum(acts),
  /** of the status that begins or reads otherwise, both days included: else from the order's day, and without an end; of an end, its day */
  firstDay: day.optional(),
  lastDay: day.optional(),
  /** of a line that is amended: the name as it should have been printed */
  correctedName: words(300).optional(),
})

/** What every order says of itself, and the act that cancels one. */
const requisites = {
  number: words(60),
  day,
  title: words(400),
  basis: maybe(1000),
  signatoryPost: maybe(200),
}

export const orderEffects = [
  ...(['approves', 'extends', 'excludes', 'amends', 'replaces', 'suspends', 'resumes'] as const),
] as const

export const OrderPaper = z.object({
  ...requisites,
  issuerId: z.uuid(),
  effect: z.enum(orderEffects),
  agreedWithId: z.uuid().nullish(),
  documentId: z.uuid().nullish(),
  lines: z.array(OrderLine).min(1, 'order-empty').max(5000, 'too-many'),
})

export type OrderPaperInput = z.input<typeof OrderPaper>
export type OrderPaperValue = z.output<typeof OrderPaper>

/** The signed copy of a registered order. */
export const OrderCopyFile = z.object({
  file: chosenFile,
})

/** A paper that somebody was given, to be checked: its hash, and as much of it as was kept. */
export const CheckedFile = z.object({
  file: chosenFile,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'invalid'),
})

/** The act by which an order is cancelled. */
export const Revocation = z.object(requisites)
export type RevocationInput = z.input<typeof Revocation>

/** People of one direction in an order that is being entered; a part without direction and people is not there. */
const OrderPart = z
  .object({
    direction: z.uuid('invalid').optional(),
    act: z.enum(acts, 'invalid').default('begin'),
    firstDay: day.optional(),
    lastDay: day.optional(),
    people: z.string().max(400_000, 'too-long').optional(),
  })
  .superRefine(({ direction, firstDay, lastDay, people }, ctx) => {
    if (!direction && !people) return
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (!direction) wrong('direction', 'required')
    if (!people) wrong('people', 'order-empty')
    if (firstDay && lastDay && lastDay < firstDay) wrong('lastDay', 'term-order')
  })

// What a list of an order with this effect may say of its people.
const fitting: Record<(typeof orderEffects)[number], readonly string[]> = {
  approves: ['begin'],
  extends: ['begin'],
  excludes: ['end'],
  amends: ['begin', 'end', 'amend'],
  replaces: ['begin'],
  suspends: ['suspend'],
  resumes: ['resume'],
}

/** An order as it is typed from the paper. `seen` is the seal of the list that was shown before registering. */
export const OrderEntry = z
  .object({
    ...requisites,
    issuer: words(400),
    agreedWith: maybe(400),
    effect: z.enum(orderEffects, 'required'),
    parts: z.array(OrderPart).max(20, 'too-many').default([]),
    seen: carried(z.string().max(100, 'invalid')).optional(),
    /** the list of candidates that the order comes from */
    list: carried(z.guid('invalid')).optional(),
  })
  .superRefine(({ effect, parts }, ctx) => {
    const full = parts.map(({ direction, people }) => !!(direction || people))
    if (!full.includes(true))
      ctx.addIssue({ code: 'custom', path: ['parts', 0, 'people'], message: 'order-empty' })
    for (const [at, { act }] of parts.entries()) {
      if (full[at] && !fitting[effect].includes(act))
        ctx.addIssue({ code: 'custom', path: ['parts', at, 'act'], message: 'order-act' })
    }
  })
export type OrderEntryInput = z.input<typeof OrderEntry>
export type OrderEntryValue = z.output<typeof OrderEntry>

/** A box that must be ticked: reloading deletes what people have entered. */
export const ReloadDemo = z.object({ sure: z.literal('on', 'not-sure') })

/** People whose slips are printed. */
export const Slips = z.object({
  people: carried(z.preprocess((sent) => [sent ?? []].flat(), z.array(z.guid('invalid')))),
})
/** Which document was shown at the counter, and when. */
export const Counter = z.object({ checked: words(200), checkedOn: day })
/** The person's own mailbox. */
export const LinkLetter = z.object({ email })
const { text } = content().settings

/** «Это я»: the number of the entry, and by what the organiser may know that it is so. */
export const EntryClaim = z.object({
  number: words(20).pipe(z.string().regex(/^№?\s*[1-9]\d{0,9}$/, 'person-number')),
  said: words(text.reason),
})
/** What the organiser decides about a claim: by what the person is known, or why not. */
export const ClaimDecision = z.object({
  decision: z.enum(['confirm', 'refuse'], 'required'),
  reason: words(text.reason),
})

/** A filter of the registry under a name of one's own; `query` as in the address of the list. */
export const FilterToKeep = z.object({ name: words(80), query: carried(maybe(2000)) })
