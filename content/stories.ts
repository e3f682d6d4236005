/** What the invented community says about the drafts, read when the demonstration is loaded. */
import type { z } from 'zod'
import { storiesSchema } from './schema/stories.ts'
import { readYaml } from './source.ts'

export type Stories = z.infer<typeof storiesSchema>
export type StoryDraft = Stories['drafts'][number]
export type StoryLetter = StoryDraft['letters'][number]
export type StoryCircle = StoryDraft['circles'][number]
export type StoryVersion = Stories['drafts'][number]['versions'][number]
export type StoryRemark = StoryVersion['remarks'][number]

/** Reads content/demo/remarks.yaml under `root`; throws ContentError at the first fault. */
export function demoStories(root: string = process.cwd()): Stories {
  return readYaml(root, 'content/demo/remarks.yaml', storiesSchema).value
}
