/** What the panels of the demonstration say in their sheets and conclusions, read when it is loaded. */
import { z } from 'zod'
import { readYaml } from './source.ts'

const text = z.string().min(1)
const schema = z.strictObject({
  titles: z.record(z.string(), text),
  source: text,
  publicValue: text,
  decline: text,
  answered: text,
  kin: z.strictObject({
    waiver: text,
    post: text,
    challenge: text,
    answer: text,
    waiting: text,
  }),
  marks: z.array(z.array(z.number().int().min(0).max(4)).min(1)).min(1),
  reasons: z.record(z.string(), z.array(text).min(1)),
  verdicts: z.array(z.strictObject({ code: text, reason: text, comment: text })).min(1),
  round: z.strictObject({ reason: text, second: text }),
  closing: z.strictObject({ reason: text, dissent: text }),
  conclusion: z.strictObject({ verdict: text, text, recommendations: text }),
  dissent: text,
  compared: text,
  document: text,
  revising: text,
  concluded: z.strictObject({ agreement: text, signing: text, revised: text, revoked: text }),
  revoking: text,
})

export type PanelStories = z.infer<typeof schema>

/** Reads content/demo/panels.yaml under `root`; throws ContentError at the first fault. */
export function panelStories(root: string = process.cwd()): PanelStories {
  return readYaml(root, 'content/demo/panels.yaml', schema).value
}
