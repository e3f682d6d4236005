/** The roadmap as a timeline: each measure with its state on a day. Nothing is called done without a document. Pure. */
import type { Roadmap } from '#content/types.ts'

export type MeasureState = 'done' | 'late' | 'past' | 'current' | 'ahead'
export interface Measure {
  code: string
  number: string
  title: string
  term: string
  results: string[]
  note: string | null
  executors: { code: string; shortName: string }[]
  coExecutors: { code: string; shortName: string }[]
  /** null where the source gives no days: nothing can be said then */
  state: MeasureState | null
  doneOn: string | null
}

interface Known {
  today: string
  /** the day of a document, by its code */
  dayOf: (code: string) => string | null
  nameOf: (code: string) => { code: string; shortName: string }
}

type Item = Roadmap['stages'][number]['sections'][number]['items'][number]

/** Stages, their sections and measures in the order of the source. */
export function roadmapOf(roadmap: Roadmap, known: Known) {
  return roadmap.stages.map(({ code, title, sections }) => ({
    code,
    title,
    sections: sections.map((section) => ({
      code: section.code,
      title: section.title,
      measures: section.items.map((item) => measureOf(item, known)),
    })),
  }))
}

/** How a measure stands: done when a document carried it out, late when that document is younger than the last day. */
export function stateOf(
  { from, to }: Pick<Item, 'from' | 'to'>,
  doneOn: string | null,
  today: string,
): MeasureState | null {
  if (doneOn) return to && doneOn > to ? 'late' : 'done'
  if (to && today > to) return 'past'
  if (from && today < from) return 'ahead'
  return from || to ? 'current' : null
}

function measureOf(item: Item, { today, dayOf, nameOf }: Known): Measure {
  const doneOn = item.doneBy ? dayOf(item.doneBy) : null
  return {
    ...{ code: item.code, number: item.number, title: item.title, term: item.term, results: item.results },
    note: item.note ?? null,
    executors: item.executors.map(nameOf),
    coExecutors: item.coExecutors.map(nameOf),
    state: stateOf(item, doneOn, today),
    doneOn,
  }
}
