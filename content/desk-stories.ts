/** Requests and reports of the demonstration, read when it is loaded. */
import { z } from 'zod'
import { code, positive, text, whole } from './schema/shared.ts'
import { readYaml } from './source.ts'

const who = z.union([code, whole])
const days = z.number().int().max(0) // back from the day of loading

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('planned'), month: positive }), // so many months ahead
  z.strictObject({ kind: z.literal('accepted'), month: positive }),
  z.strictObject({ kind: z.literal('returned'), reason: text }),
])

export const deskSchema = z.strictObject({
  requests: z.array(
    z.strictObject({
      who,
      ...{ organisation: code, developer: code, process: code, kind: code, title: text },
      ...{ ground: text, note: text, questions: z.string(), contact: text },
      ...{ letter: text, day: days, letterDay: days, decision: decision.optional() },
    }),
  ),
  reports: z.array(z.strictObject({ who, draft: code, remark: positive, reason: code, words: z.string() })),
})

export type DeskStories = z.infer<typeof deskSchema>

/** Reads content/demo/desk.yaml under `root`; throws ContentError at the first fault. */
export function demoDesk(root: string = process.cwd()): DeskStories {
  return readYaml(root, 'content/demo/desk.yaml', deskSchema).value
}
