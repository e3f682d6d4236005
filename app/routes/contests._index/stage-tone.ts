import type { Stage } from '#app/domain/panels/contests/stage.ts'
import type { Tone } from '#app/ui/tone.ts'

/** Green: somebody is awaited; blue: it goes its way; neutral: over or not begun. */
export function toneOf(stage: Stage): Tone {
  if (stage === 'open' || stage === 'results') return 'green'
  if (stage === 'cancelled') return 'red'
  if (stage === 'prepared' || stage === 'announced') return 'neutral'
  return 'blue'
}
