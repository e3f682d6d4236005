/** What the demo institute has written, read when the demonstration is loaded. */
import type { z } from 'zod'
import { demoPapersSchema } from './schema/papers.ts'
import { readYaml } from './source.ts'

export type DemoPapers = z.infer<typeof demoPapersSchema>

/** Reads content/demo/papers.yaml under `root`; throws ContentError at the first fault. */
export function demoPapers(root: string = process.cwd()): DemoPapers {
  return readYaml(root, 'content/demo/papers.yaml', demoPapersSchema).value
}
