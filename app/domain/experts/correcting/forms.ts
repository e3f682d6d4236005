/** What people ask to correct of their own data, and how it is decided. */
import { z } from 'zod'
import { carried, day, maybe, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'

const { text } = content().settings

export const correctionKinds = ['name', 'misspelt', 'work', 'other'] as const

/** Which of the fields are needed follows from what is asked for. */
export const CorrectionRequest = z
  .object({
    kind: z.enum(correctionKinds, 'required'),
    familyName: maybe(text.name),
    givenName: maybe(text.name),
    patronymic: maybe(text.name),
    organisation: maybe(text.title),
    post: maybe(text.title),
    since: carried(day).optional(),
    said: maybe(text.reason),
  })
  .superRefine((value, ctx) => {
    const needed: Record<(typeof correctionKinds)[number], (keyof typeof value)[]> = {
      name: ['familyName', 'givenName', 'since'],
      misspelt: ['familyName', 'givenName'],
      work: ['organisation', 'post', 'since'],
      other: ['said'],
    }
    for (const field of needed[value.kind])
      if (!value[field]) ctx.addIssue({ code: 'custom', path: [field], message: 'required' })
  })

/** The keeper accepts what was asked for as it stands in the fields, or refuses with a reason. */
export const CorrectionDecision = z
  .object({
    decision: z.enum(['accept', 'refuse'], 'required'),
    familyName: maybe(text.name),
    givenName: maybe(text.name),
    patronymic: maybe(text.name),
    organisation: maybe(text.title),
    post: maybe(text.title),
    since: carried(day).optional(),
    reason: maybe(text.reason),
  })
  .superRefine(({ decision, reason }, ctx) => {
    if (decision === 'refuse' && reason === '')
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'required' })
  })

export const Erasure = z.object({ currentPassword: z.string('required').max(10_000, 'wrong-password') })
export const ErasureDecision = z.object({
  decision: z.enum(['erase', 'refuse'], 'required'),
  reason: words(text.reason),
})
