import type { ReactNode } from 'react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'

interface DescriptionProps {
  version: { content: readonly string[]; procedures: readonly string[]; approving: readonly string[] }
  participants: readonly { code: string; shortName: string }[]
  orders: readonly { slug: string; number: string; day: string; issuer: string; people: number }[]
}

/** What experts of the direction do, in which procedures, with whom, and by whose act. */
export function Description({ version, participants, orders }: DescriptionProps) {
  const { documents } = useMessages()
  const words = documents.directions
  const format = useFormat()
  return (
    <>
      <Listed title={words.content} items={version.content} />
      <Listed title={words.procedures} items={version.procedures} />
      <Listed
        title={words.participants}
        items={participants.map(({ code, shortName }) => (
          <Anchor key={code} href={`/organisations/${code}`}>
            {shortName}
          </Anchor>
        ))}
      />
      <Listed title={words.approving} items={version.approving} />
      <Listed
        title={words.orders}
        items={orders.map(({ slug, number, day, issuer, people }) => (
          <span key={slug}>
            <Anchor href={`/orders/${slug}`}>{documents.requisites(format.day(day), number)}</Anchor>,{' '}
            {issuer} ({words.experts(people)})
          </span>
        ))}
      />
    </>
  )
}

/** A list with more than one entry has marks, a single sentence stands by itself. */
function Listed({ title, items }: { title: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null
  return (
    <section>
      <SectionHead title={title} />
      <Prose lang="ru">
        {items.length === 1 ? (
          <p>{items[0]}</p>
        ) : (
          <ul>
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page
              <li key={index}>{item}</li>
            ))}
          </ul>
        )}
      </Prose>
    </section>
  )
}
