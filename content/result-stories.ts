/** Campaigns of the assessment in the demonstration, read when they are loaded. */
import { z } from 'zod'
import { code, text, whole } from './schema/shared.ts'
import { readYaml } from './source.ts'

const ago = z.number().int().max(0)

const schema = z.strictObject({
  campaigns: z.array(
    z.strictObject({
      ...{ name: text, direction: code, day: ago, consent: ago },
      maximum: whole,
      counts: z.record(code, whole),
    }),
  ),
})

export type CampaignStory = z.infer<typeof schema>['campaigns'][number]

/** Reads content/demo/results.yaml under `root`; throws ContentError at the first fault. */
export function demoCampaigns(root: string = process.cwd()): CampaignStory[] {
  return readYaml(root, 'content/demo/results.yaml', schema).value.campaigns
}
