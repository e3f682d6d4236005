/**
 * The way as a line of steps: what is done, with days and reasons, where it stands and what is ahead. Pure.
 *
 * Facts come in any order; the line tells each main step once, with the last of what was said of it.
 */
import type { Stage } from './stage.ts'

/** A main step of the way. */
export type Mark = 'begun' | 'consent' | 'survey' | 'decision' | 'assessment' | 'list' | 'order'

export interface LineStep {
  mark: Mark
  state: 'done' | 'current' | 'ahead' | 'stopped'
}

const order: readonly Mark[] = ['begun', 'consent', 'survey', 'decision', 'assessment', 'list', 'order']

/** On which step a stage stands, and whether the way has stopped there. */
const places: Record<Stage, { at: Mark; stopped?: true; done?: true }> = {
  nominated: { at: 'consent' },
  declined: { at: 'consent', stopped: true },
  survey: { at: 'survey' },
  review: { at: 'decision' },
  appealed: { at: 'decision' },
  refused: { at: 'decision', stopped: true },
  admitted: { at: 'assessment' },
  failed: { at: 'assessment', stopped: true },
  passed: { at: 'list' },
  listed: { at: 'order' },
  ordered: { at: 'order', done: true },
  closed: { at: 'order', done: true },
  withdrawn: { at: 'begun', stopped: true },
}

/** The line of an application: a nomination has the step of consent, an own application has none. */
export function lineOf(
  stage: Stage,
  { nominated, assessed, reached }: { nominated: boolean; assessed: boolean; reached: readonly Mark[] },
): LineStep[] {
  const { at, stopped, done } = places[stage]
  const marks = order.filter(
    (mark) => (mark !== 'consent' || nominated) && (mark !== 'assessment' || assessed || at === 'assessment'),
  )
  // a withdrawal stops the way at the first step that was not reached
  const here = stage === 'withdrawn' ? (marks.find((mark) => !reached.includes(mark)) ?? 'order') : at
  const place = marks.indexOf(here)
  return marks.map((mark, position) => {
    if (position < place || (done && position === place)) return { mark, state: 'done' }
    if (position > place) return { mark, state: 'ahead' }
    return { mark, state: stopped ? 'stopped' : 'current' }
  })
}
