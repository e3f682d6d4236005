import type { ChallengeStanding } from '#app/domain/panels/conflicts/challenged.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'

const tones = { waiting: 'amber', late: 'red', upheld: 'green', rejected: 'neutral' } as const

/** How a challenge stands, in one word. */
export function ChallengeTag({ standing }: { standing: ChallengeStanding }) {
  const { states } = useMessages().panels.conflicts.challenge
  return <Tag tone={tones[standing]}>{states[standing]}</Tag>
}
