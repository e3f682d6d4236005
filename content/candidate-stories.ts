/** The list of candidates of the demonstration, read when it is loaded. */
import { z } from 'zod'
import { code, text, whole } from './schema/shared.ts'
import { readYaml } from './source.ts'

const ago = z.number().int().max(0)

const candidatesSchema = z.strictObject({
  ...{ direction: code, title: text, basis: text, days: ago },
  people: z
    .array(z.strictObject({ points: whole.optional(), consent: ago, entrepreneur: z.boolean().optional() }))
    .min(1),
})

/** Reads content/demo/candidates.yaml under `root`; throws ContentError at the first fault. */
export function demoCandidates(root: string = process.cwd()) {
  return readYaml(root, 'content/demo/candidates.yaml', candidatesSchema).value
}
