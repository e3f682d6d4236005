/** What is kept of a person: the class of each field, its grounds, and why closed data may be read. */
import { z } from 'zod'
import { code, positive, text, words } from './shared.ts'

/** Fields that are shown on a ground; the program knows each of them. */
export const openFields = ['number', 'statuses', 'name', 'work', 'engagements'] as const
/** Fields that leave only through a closed read; the function in the database knows each of them. */
export const closedFields = ['email', 'phone', 'birthDay', 'results', 'entrepreneur', 'consents'] as const
export const fieldGrounds = ['order', 'consent', 'act', 'letter', 'demo', 'processing'] as const

const grounds = z.array(z.enum(fieldGrounds)).min(1)

/** Every field that the program knows stands in the file exactly once. */
function allOf<C extends string>(known: readonly C[], rows: readonly { code: C }[]): boolean {
  return rows.length === known.length && new Set(rows.map((row) => row.code)).size === known.length
}

/** Yearly totals from before the registry had entries; a year without a figure has no data. */
export const registryTotalsSchema = z.strictObject({
  years: z.array(z.strictObject({ year: positive, count: positive.optional() })),
})

export const personFieldsSchema = z.strictObject({
  grounds: z.array(z.strictObject({ code: z.enum(fieldGrounds), title: words, law: text })),
  open: z
    .array(
      z.strictObject({
        code: z.enum(openFields),
        title: words,
        grounds,
        with: z.enum(openFields).optional(),
      }),
    )
    .refine((rows) => allOf(openFields, rows), 'each open field once'),
  closed: z
    .array(z.strictObject({ code: z.enum(closedFields), title: words, grounds }))
    .refine((rows) => allOf(closedFields, rows), 'each closed field once'),
  reasons: z.array(z.strictObject({ code, title: words })).min(1),
  request: z.strictObject({ days: positive }),
})
