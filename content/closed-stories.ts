/** Closed data of the demonstration: contacts, looks and requests. */
import { z } from 'zod'
import { closedFields } from './schema/person-fields.ts'
import { code, text } from './schema/shared.ts'
import { readYaml } from './source.ts'

const about = {
  person: code,
  days: z.int().max(0),
  fields: z.array(z.enum(closedFields)).min(1),
  purpose: code,
  reason: text,
}

const schema = z.strictObject({
  contacts: z.array(z.strictObject({ login: code, email: z.email(), phone: text, birthDay: z.iso.date() })),
  reads: z.array(z.strictObject({ reader: code, ...about })),
  requests: z.array(
    z.strictObject({
      ...{ asker: code, ...about },
      decision: z.literal('granted').optional(),
      answer: text.optional(),
      term: z.int().min(1).optional(), // days from its answer for which it is open
    }),
  ),
})

/** The file of the demonstration; read when it is told. */
export function demoClosed(root = process.cwd()): z.infer<typeof schema> {
  return readYaml(root, 'content/demo/closed.yaml', schema).value
}
