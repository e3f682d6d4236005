/** What an address of the catalogue asks for. Pure: whatever is not a filter is left out, never an error. */
export interface EventFilter {
  /** what lies ahead, the nearest first; or what is over, the latest first */
  view: 'coming' | 'past'
  series: string[]
  direction: string[]
}

/** Where a page ends: the beginning of its last event, and its number. */
export interface EventCursor {
  startsAt: string
  number: number
}

const code = /^[a-z0-9-]{1,100}$/

export function eventFilterOf(params: URLSearchParams): EventFilter {
  const codes = (name: string) =>
    [...new Set(params.getAll(name).filter((one) => code.test(one)))].slice(0, 60).sort()
  return {
    view: params.get('view') === 'past' ? 'past' : 'coming',
    series: codes('series'),
    direction: codes('direction'),
  }
}

/** The same filter as the query of an address. */
export function eventQueryOf({ view, series, direction }: EventFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (view === 'past') query.set('view', view)
  for (const one of series) query.append('series', one)
  for (const one of direction) query.append('direction', one)
  return query
}

export const printEventCursor = ({ startsAt, number }: EventCursor): string => `${startsAt}_${number}`

/** The cursor of an address, or null: then the list begins at its beginning. */
export function readEventCursor(value: string | null): EventCursor | null {
  const [, startsAt = '', number = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([1-9]\d{0,8})$/.exec(value ?? '') ?? []
  return Number.isNaN(Date.parse(startsAt)) ? null : { startsAt, number: Number(number) }
}
