/** What the practices of the demonstration say, read when it is loaded. */
import { z } from 'zod'
import { readYaml } from './source.ts'

const text = z.string().min(1)
const story = z.strictObject({
  stage: z.enum(['draft', 'sent', 'reviewing', 'returned', 'planned', 'published', 'withdrawn']),
  by: z.union([text, z.number().int()]),
  organisation: text,
  with: z.array(text),
  kind: z.enum(['expert', 'pedagogical']),
  direction: text.optional(),
  tier: z.enum(['federal', 'regional', 'municipal', 'institutional']),
  subjects: z.array(text),
  licence: text.nullable(),
  days: z.number().int().min(1),
  versions: z.number().int().min(1).max(5),
  title: text,
  abstract: text,
  file: z.strictObject({ name: text, text }).optional(),
  parts: z.record(z.string(), text),
})
const schema = z.strictObject({
  practices: z.array(story).min(1),
  mended: z.array(text).min(1),
  check: text,
  withdrawn: text,
  reasons: z.array(text).min(1),
  comment: text,
})

export type PracticeStories = z.infer<typeof schema>
export type PracticeStory = PracticeStories['practices'][number]

/** Reads content/demo/practices.yaml under `root`; throws ContentError at the first fault. */
export function practiceStories(root: string = process.cwd()): PracticeStories {
  return readYaml(root, 'content/demo/practices.yaml', schema).value
}
