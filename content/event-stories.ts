/** The events of the demonstration, read when it is loaded. */
import { z } from 'zod'
import { readYaml } from './source.ts'

const text = z.string().min(1)
const clock = z.string().regex(/^\d{2}:\d{2}$/)
const item = z.strictObject({
  hours: z.tuple([clock, clock]),
  title: text,
  speakers: z.array(z.union([text, z.int()])),
  practice: text.optional(),
})
const story = z.strictObject({
  stage: z.enum(['draft', 'announced', 'held', 'cancelled']),
  series: text,
  edition: text,
  title: text,
  about: z.string(),
  days: z.int(),
  hours: z.tuple([clock, clock]),
  place: z.string().default(''),
  link: z.string().default(''),
  capacity: z.int().optional(),
  people: z.int().min(0),
  came: z.int().min(0).default(0),
  items: z.array(item),
})
const schema = z.strictObject({ events: z.array(story).min(1), organisation: text, cancelled: text })

export type EventStories = z.infer<typeof schema>
export type EventStory = EventStories['events'][number]

/** Reads content/demo/events.yaml under `root`; throws ContentError at the first fault. */
export function eventStories(root: string = process.cwd()): EventStories {
  return readYaml(root, 'content/demo/events.yaml', schema).value
}
