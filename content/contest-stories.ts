/** What the contests of the demonstration say, read when it is loaded. */
import { z } from 'zod'
import { readYaml } from './source.ts'

const text = z.string().min(1)
const contest = z.strictObject({ title: text, about: text, basis: text })
const schema = z.strictObject({
  organisation: text,
  open: contest,
  coded: contest,
  judged: contest,
  appealed: contest,
  finished: contest,
  announcedLot: contest,
  drawnLot: contest,
  lot: z.strictObject({ announced: text, drawn: text, value: text }),
  order: text,
  appeal: text,
  reasons: z.array(text).min(1),
  comment: text,
  nominations: z.array(text).min(1),
  change: text,
  works: z.array(text).min(1),
  summary: text,
  authors: text,
  fileName: text,
  planName: text,
  parts: z.array(z.strictObject({ title: text, text })).min(1),
  plan: z.strictObject({ head: z.array(text).length(3), rows: z.array(z.array(text).length(3)).min(1) }),
})

export type ContestStories = z.infer<typeof schema>

/** Reads content/demo/contests.yaml under `root`; throws ContentError at the first fault. */
export function contestStories(root: string = process.cwd()): ContestStories {
  return readYaml(root, 'content/demo/contests.yaml', schema).value
}
