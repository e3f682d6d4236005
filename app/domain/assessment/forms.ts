/** Forms of lists of candidates and of what is found out about candidates. Errors are keys of messages.problems. */
import { z } from 'zod'
import { carried, day as dayTyped, maybe, uuid as uuidOf, words } from '#app/domain/typed.ts'

const day = carried(dayTyped)
const uuid = carried(uuidOf)

const term = { firstDay: day.optional(), lastDay: day.optional() }
const inOrder = ({ firstDay, lastDay }: { firstDay?: string; lastDay?: string }, ctx: z.RefinementCtx) => {
  if (firstDay && lastDay && lastDay < firstDay)
    ctx.addIssue({ code: 'custom', path: ['lastDay'], message: 'term-order' })
}

/** A new list: the direction, and the municipality where its body of education takes part. */
export const NewList = z
  .object({
    title: words(300),
    direction: uuid,
    municipality: carried(z.guid('invalid')).optional(),
    effect: carried(z.enum(['approves', 'extends'], 'required')),
    basis: maybe(1000),
    ...term,
  })
  .superRefine(inOrder)
export type NewListValue = z.output<typeof NewList>

/** The head of a list; direction and municipality stay. */
export const ListEdit = z
  .object({
    title: words(300),
    effect: carried(z.enum(['approves', 'extends'], 'required')),
    basis: maybe(1000),
    ...term,
  })
  .superRefine(inOrder)
export type ListEditValue = z.output<typeof ListEdit>

/** Rows as they are pasted: the person, then what is known. */
export const CandidateRows = z.object({ rows: z.string('required').max(400_000, 'too-long') })

const points = z.coerce.number('invalid').int('points-whole').min(0, 'invalid').max(1_000_000, 'invalid')

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** What is found out about one person; what is left empty stays as it was. */
export const CandidateCard = z
  .object({
    earned: points.optional(),
    maximum: points.min(1, 'points-maximum').optional(),
    resultDay: day.optional(),
    consentDay: day.optional(),
    entrepreneur: carried(z.enum(['yes', 'no'], 'invalid')).optional(),
    exemption: maybe(300),
    /** the last result was entered by mistake; a paper withdrew the paper consent */
    mistaken: ticked,
    withdrawn: ticked,
  })
  .superRefine(({ earned, maximum, resultDay }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (earned === undefined && maximum === undefined && resultDay === undefined) return
    if (earned === undefined) wrong('earned', 'required')
    if (maximum === undefined) wrong('maximum', 'required')
    if (resultDay === undefined) wrong('resultDay', 'required')
    if (earned !== undefined && maximum !== undefined && earned > maximum) wrong('earned', 'points-over')
  })
export type CandidateCardValue = z.output<typeof CandidateCard>

/** A step that needs no words. */
export const ListStep = z.object({
  step: carried(z.enum(['send', 'recall', 'discard', 'restore', 'remove', 'gather'], 'invalid')),
  candidate: carried(z.guid('invalid')).optional(),
})

/** Agreed, or returned with the reason; `seen` is the revision that was read. */
export const ListDecision = z
  .object({
    seen: carried(z.coerce.number('invalid').int('invalid')),
    body: uuid,
    decision: carried(z.enum(['agreed', 'returned'], 'required')),
    reason: maybe(2000),
  })
  .superRefine(({ decision, reason }, ctx) => {
    if (decision === 'returned' && reason === '')
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'required' })
  })
export type ListDecisionValue = z.output<typeof ListDecision>

/** People of one direction whose statuses are to go on. */
export const Renewal = z.object({
  direction: uuid,
  municipality: uuid.optional(),
  people: z.array(uuid).max(500, 'too-many').default([]),
})

/** Requisites of a further act about the same list. */
export const ListAct = z.object({ issuer: uuid, number: words(60), day })
export type ListActValue = z.output<typeof ListAct>
