import type { PanelStage } from '#app/domain/panels/queries.server.ts'
import type { Tone } from '#app/ui/tone.ts'

const tones: Record<PanelStage, Tone> = {
  select: 'amber',
  invite: 'amber',
  answers: 'blue',
  convene: 'amber',
  sheets: 'blue',
  conclude: 'blue',
  issued: 'green',
  cancelled: 'neutral',
}

/** Amber asks for an act of the secretary, blue waits for others, green is done. */
export function toneOf(stage: PanelStage): Tone {
  return tones[stage]
}
