import { useLoaderData } from '@remix-run/react'
import { siteAddress } from '#app/domain/organisations/letterhead.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { type Fact, Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { OrganisationView } from './view.server.ts'

/** Units, kin and spellings. */
export function Kin() {
  const { address, phone, email, site } = useLoaderData<OrganisationView>()
  const { parent, units, predecessors, successors, aliases, inn, startDay } =
    useLoaderData<OrganisationView>()
  const { organisations: words, organisationCard: card } = useMessages()
  const format = useFormat()
  const links = (all: readonly { code: string; shortName: string; day?: string | null }[]) =>
    all.length > 0 &&
    all.map(({ code, shortName, day }) => (
      <div key={code}>
        <Anchor href={`/organisations/${code}`}>{shortName}</Anchor>
        {day && `, ${words.since(format.day(day))}`}
      </div>
    ))
  const until = (all: readonly { code: string; shortName: string; day: string | null }[]) =>
    links(all.map(({ day: _, ...one }) => one))
  const web = siteAddress({ site })
  const facts: Fact[] = [
    { term: card.address, value: address, lang: 'ru' },
    { term: card.phone, value: phone },
    { term: card.email, value: email && <a href={`mailto:${email}`}>{email}</a> },
    { term: card.site, value: web && <a href={web}>{site}</a> },
    { term: words.parent, value: links(parent ? [parent] : []), lang: 'ru' },
    { term: words.units, value: links(units), lang: 'ru' },
    { term: words.predecessor, value: until(predecessors), lang: 'ru' },
    { term: words.successors, value: links(successors), lang: 'ru' },
    { term: card.inn, value: inn },
    { term: card.firstDay, value: startDay && format.day(startDay) },
    { term: words.aliases, value: aliases.join(', '), lang: 'ru' },
  ]
  return <Facts facts={facts} />
}

/** What whoever keeps the card may do with it. */
export function Aside() {
  const { code, may, ended, duties } = useLoaderData<OrganisationView>()
  const words = useMessages().organisationCard
  if (!may.edit && !may.duty) return null
  const ways = [
    ...(may.edit
      ? [
          { path: 'kin', label: words.kin },
          { path: 'merging', label: words.merge },
        ]
      : []),
    ...(may.duty ? [{ path: 'duty', label: words.duty }] : []),
    ...(may.duty && duties.some(({ now }) => now) ? [{ path: 'duty/ending', label: words.dutyEnd }] : []),
    ...(may.edit ? [{ path: 'closing', label: ended ? words.reopen : words.close }] : []),
  ]
  return (
    <nav aria-label={words.keeping}>
      <SectionHead title={words.keeping} />
      <Stack gap={2}>
        {ways.map(({ path, label }) => (
          <Anchor key={path} href={`/organisations/${code}/${path}`}>
            {label}
          </Anchor>
        ))}
      </Stack>
    </nav>
  )
}
