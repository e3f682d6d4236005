/** The way into the registry in the demonstration, read when it is loaded. */
import { z } from 'zod'
import { code, text, whole } from './schema/shared.ts'
import { readYaml } from './source.ts'

const schema = z.strictObject({
  ...{ direction: code, letter: text, grounds: z.array(code).min(1), refusal: text, appeal: text },
  applications: z
    .array(
      z.strictObject({
        by: z.enum(['own', 'municipality', 'school', 'employer']),
        who: code.optional(),
        begun: z.number().int().max(0),
        to: z.enum([
          'nominated',
          'declined',
          'survey',
          'review',
          'admitted',
          'refused',
          'appealed',
          'assessed',
          'withdrawn',
        ]),
        points: whole.optional(),
        short: z.boolean().optional(),
      }),
    )
    .min(1),
})

export type ApplicationStory = z.infer<typeof schema>['applications'][number]

/** Reads content/demo/applications.yaml under `root`; throws ContentError at the first fault. */
export function demoApplications(root: string = process.cwd()) {
  return readYaml(root, 'content/demo/applications.yaml', schema).value
}
