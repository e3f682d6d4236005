/** The questionnaires of the demonstration, read when it is loaded: questions, and what its people answer in turn. */
import { z } from 'zod'
import { readYaml } from './source.ts'

const list = z.array(z.string()).default([])
const word = z.string().default('')
const schema = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      draft: z.string(),
      kind: z.enum(['discussion', 'expertise', 'survey']),
      title: z.string(),
      intro: z.string(),
      /** days from the day of loading */
      first: z.int(),
      last: z.int(),
      answers: z.int(),
      /** logins on the closed list that have not answered */
      invited: list,
      questions: z.array(
        z.strictObject({
          type: z.enum(['section', 'one', 'many', 'scale', 'matrix', 'number', 'text']),
          title: z.string(),
          hint: word,
          required: z.boolean().default(false),
          options: list,
          other: z.boolean().default(false),
          scale: list,
          rows: list,
          columns: list,
          least: word,
          highest: word,
          unit: word,
          line: z.boolean().default(false),
          when: z.array(z.strictObject({ question: z.string(), is: z.array(z.string()) })).default([]),
          /** fields of the form, one set a person in turn */
          said: z.array(z.record(z.string(), z.string())).default([]),
        }),
      ),
    }),
  ),
})

export type DemoForm = z.infer<typeof schema>['questionnaires'][number]

/** Reads content/demo/questionnaires.yaml under `root`; throws ContentError at the first fault. */
export function demoQuestionnaires(root: string = process.cwd()): z.infer<typeof schema> {
  return readYaml(root, 'content/demo/questionnaires.yaml', schema).value
}
