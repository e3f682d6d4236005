/** What lies on the desk of the keeper of the registry in the demonstration. */
import { z } from 'zod'
import { code, text } from './schema/shared.ts'
import { readYaml } from './source.ts'

const day = z.int().max(0)
const asked = { login: code.optional(), direction: code.optional(), day, said: text }

const schema = z.strictObject({
  claims: z.array(z.strictObject({ direction: code, family: text, login: code, day, said: text })),
  corrections: z.array(
    z.strictObject({
      ...asked,
      kind: z.enum(['name', 'misspelt', 'work', 'other']),
      ...{
        family: text.optional(),
        given: text.optional(),
        right: text.optional(),
        post: text.optional(),
        since: day.optional(),
      },
      ...{ decided: day.optional(), decision: z.enum(['accept', 'refuse']).optional() },
      reason: z.string().default(''),
    }),
  ),
  erasures: z.array(z.strictObject({ direction: code, day })),
})

export type OwnDataStories = z.infer<typeof schema>

/** The file of the demonstration; read when it is told. */
export function demoOwnData(root: string = process.cwd()): OwnDataStories {
  return readYaml(root, 'content/demo/own-data.yaml', schema).value
}
