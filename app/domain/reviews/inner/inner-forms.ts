/** Forms of closed stages and of the positions they end with. Messages are codes: keys of messages.problems. */
import { z } from 'zod'
import { wordingWays } from '#app/domain/reviews/remarks/wording.ts'
import { maybe, words } from '#app/domain/typed.ts'
import { content } from '#content/load.ts'
import { remarkKinds } from '#content/schema.ts'

const { text } = content().settings

export const Convening = z.object({
  organisationId: z.uuid('required'),
  circle: words(text.name),
  lastDay: z.iso.date('day'),
  people: words(text.note),
})

export const Members = z.object({ people: words(text.note) })
export const MemberRemoval = z.object({
  person: z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(2_147_483_647, 'invalid'),
})

export const Item = z.object({
  item: z.uuid('invalid').optional(),
  /** numbers of remarks, with commas between them */
  remarks: z
    .string('inner-remarks')
    .regex(/^\d{1,6}(,\d{1,6}){0,199}$/, 'inner-remarks')
    .transform((value) => value.split(',').map(Number)),
  place: z
    .string('required')
    .regex(/^(document|kept|\d{1,6})$/, 'invalid')
    .transform((value) => (value === 'document' || value === 'kept' ? value : Number(value))),
  kind: z.enum(remarkKinds, 'invalid'),
  weight: z.enum(['editorial', 'substantive', 'principal'], 'invalid'),
  body: maybe(text.remark),
  way: z.enum(['none', ...wordingWays], 'invalid').optional(),
  replacement: maybe(text.remark),
  grounds: maybe(text.reason),
})
export const ItemRemoval = z.object({ item: z.uuid('invalid') })

export const Signing = z.object({ signatory: words(text.title) })
export const Dissent = z.object({ body: words(text.reply) })
