import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { loader } from './route.tsx'

/** Who, where at work, in which direction, and by whose letter. */
export function About() {
  const { view, person } = useLoaderData<typeof loader>()
  const { applications, experts, candidates } = useMessages()
  const { desk: words, letter } = applications
  const format = useFormat()
  return (
    <section>
      <SectionHead title={words.about} />
      <Facts
        facts={[
          { term: words.columns.person, value: experts.number(person.number) },
          { term: candidates.page.columns.work, value: person.work, lang: 'ru' },
          { term: words.direction, value: view.direction, lang: 'ru' },
          { term: words.nominatedBy, value: view.by ?? words.own, lang: 'ru' },
          {
            term: words.letter,
            value: view.letter && letter(view.letter.number, format.dayDigits(view.letter.day)),
          },
        ]}
      />
    </section>
  )
}
