/** An event for tests, through its own commands: an institute's organiser prepares it, the coordinator announces it. */
import { announceEvent } from '#app/domain/events/announcing.server.ts'
import { createEvent } from '#app/domain/events/editing.server.ts'
import type { EventInput } from '#app/domain/events/forms.ts'
import type { Acts, Given } from '#test/support/database.ts'

export type EventRoom = Awaited<ReturnType<typeof eventRoom>>

/** Moments around an event of 10 March 2026, 10:00–16:00 in Yekaterinburg. */
export const when = {
  before: '2026-03-02T09:00:00Z',
  morning: '2026-03-10T04:30:00Z',
  during: '2026-03-10T08:00:00Z',
  after: '2026-03-10T12:00:00Z',
}

/** What the form of an event sends. */
export const inputOf = (organisationId: string, more: Partial<EventInput> = {}): EventInput => ({
  ...{ organisationId, series: 'methodical-day', edition: '2026', title: 'Единый методический день' },
  ...{ about: 'Разбор результатов оценки.', direction: '', place: 'Челябинск, актовый зал', link: '' },
  ...{ startsAt: '2026-03-10T10:00', endsAt: '2026-03-10T16:00', capacity: '', registerUntil: '' },
  ...more,
})

export async function eventRoom({ given, acts }: { given: Given; acts: Acts }) {
  const institute = await given.organisation()
  const place = { scopeKind: 'organisation' as const, scopeId: institute.id }
  const organiser = await given.user({ role: 'institute', ...place })
  const coordinator = await given.user({ role: 'coordinator', scopeKind: 'region' })
  const make = (more: Partial<EventInput> = {}) =>
    createEvent(acts(organiser, when.before), inputOf(institute.id, more))
  /** made and announced */
  const announced = async (more: Partial<EventInput> = {}) => {
    const number = await make(more)
    await announceEvent(acts(coordinator, when.before), number)
    return number
  }
  return { institute, organiser, coordinator, make, announced }
}
