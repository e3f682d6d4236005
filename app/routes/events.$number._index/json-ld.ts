/** schema.org of an announced event: EducationEvent; names only as the page shows them. */
import type { EventCard } from '#app/domain/events/reading/card.server.ts'

export function jsonLdOf({ event, organisation, items, taken }: EventCard, url: string) {
  const { title, about, startsAt, endsAt, place, link, capacity, state } = event
  const named = items.flatMap(({ speakers }) => speakers.flatMap(({ name }) => name ?? []))
  const mode = place === '' ? 'Online' : link === '' ? 'Offline' : 'Mixed'
  const there = place === '' ? [] : [{ '@type': 'Place', name: place, address: place }]
  const afar = link === '' ? [] : [{ '@type': 'VirtualLocation', url: link }]
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    '@id': url,
    url,
    name: title,
    ...(about ? { description: about } : {}),
    startDate: startsAt.toISOString(),
    endDate: endsAt.toISOString(),
    inLanguage: 'ru',
    isAccessibleForFree: true,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    eventStatus: `https://schema.org/Event${state === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    location: [...there, ...afar],
    organizer: { '@type': 'Organization', name: organisation.name },
    ...(capacity === null
      ? {}
      : { maximumAttendeeCapacity: capacity, remainingAttendeeCapacity: Math.max(0, capacity - taken) }),
    ...(named.length > 0
      ? { performer: [...new Set(named)].map((name) => ({ '@type': 'Person', name })) }
      : {}),
  }
}
