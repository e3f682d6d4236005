/** Topics: which kinds of notifications belong together, and how their letters come. Pure. */
import type { MailWay, Told, Topic } from '#content/types.ts'

/** The topic of a kind; what no topic names belongs to the one that takes the rest. */
export function topicOf(told: Told, kind: string): Topic {
  const named = told.topics.find(({ kinds }) => kinds.includes(kind))
  const topic = named ?? told.topics.find(({ rest }) => rest)
  if (!topic) throw new RangeError('no topic takes the rest')
  return topic
}

/** How letters of a kind come to somebody with these choices. Duties may be gathered and never ended. */
export function wayOf(told: Told, kind: string, choices: ReadonlyMap<string, MailWay>): MailWay {
  const topic = topicOf(told, kind)
  const way = choices.get(topic.code) ?? topic.way
  return way === 'never' && !topic.leave ? 'weekly' : way
}
