/** Loader of an event's page, with what the visitor may do and its machine form for search engines. */

import { ownTicket } from '#app/domain/events/attending.server.ts'
import { numberOfCertificate } from '#app/domain/events/certificate.ts'
import { eventCard } from '#app/domain/events/reading/card.server.ts'
import { eventRules } from '#app/domain/events/rules.ts'
import { numberOf } from '#app/domain/problem.ts'
import { seriesOf } from '#app/routes/events._index/catalogue.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { jsonLdOf } from './json-ld.ts'

const steps = [
  ['announcement', 'announce'],
  ['people', 'follow'],
  ['programme', 'edit'],
  ['edit', 'edit'],
  ['files', 'keepFiles'],
  ['closing', 'close'],
  ['cancellation', 'cancel'],
] as const

export async function cardPage({ ctx, params, t, locale, services }: Args) {
  const number = numberOf(params.number)
  const card = await eventCard(ctx, number)
  const { event, organisation, facts, taken, own } = card
  const url = `${services.config.publicUrl}/events/${number}`
  const follows = eventRules.follow(ctx.actor, facts) === null
  const { title, edition, about, startsAt, endsAt, place, link, capacity, registerUntil, state } = event
  const waits = own?.state === 'waiting' ? (await ownTicket(acting(ctx), number)).before : 0
  return {
    ...{ title, name: title, description: about.slice(0, 300) || t.events.lead, number, edition, about },
    ...{ startsAt, endsAt, place, link, capacity, taken, registerUntil, state },
    reason: event.cancelReason,
    series: seriesOf(event.series, locale)?.short ?? null,
    organisation: { name: organisation.name, code: organisation.code },
    direction: card.direction,
    items: card.items,
    files: card.files.map(({ id, name, size, kind, mediaType }) => ({
      ...{ id, name, size, kind },
      type: (/\.([a-z0-9]{2,5})$/i.exec(name)?.[1] ?? mediaType).toUpperCase(),
    })),
    removes: eventRules.keepFiles(ctx.actor, facts) === null,
    seats: {
      free: capacity === null ? null : Math.max(0, capacity - taken),
      open: state === 'announced' && !facts.registrationOver,
      leaves: eventRules.leave(ctx.actor, facts) === null && own !== null && own.attendedAt === null,
      signedIn: ctx.actor !== null,
      own: own && { state: own.state, attended: own.attendedAt !== null, before: waits },
    },
    certificates: card.certificates.map(({ id, facts }) => ({
      ...{ id, number: numberOfCertificate(facts), role: facts.role },
    })),
    steps: follows
      ? steps.filter(([, rule]) => eventRules[rule](ctx.actor, facts) === null).map(([step]) => step)
      : [],
    og: { title, description: about.slice(0, 300), url, site: services.content.instance.shortName[locale] },
    jsonLd: state === 'draft' ? null : jsonLdOf(card, url),
  }
}
export type EventView = Awaited<ReturnType<typeof cardPage>>
