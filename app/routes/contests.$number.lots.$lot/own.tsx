import { useLoaderData } from '@remix-run/react'
import { hundredthsOf } from '#app/domain/panels/lottery/protocol.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { protocolPage } from './page.server.ts'

/** The visitor's own row of the list, what proves it, and the own probabilities. */
export function Own() {
  const { own } = useLoaderData<typeof protocolPage>()
  const words = useMessages().contests.lots
  const { page } = words
  if (!own) return null
  const told = own.chances.map(({ code, chance }) =>
    page.ownChance(code, words.percent(hundredthsOf(chance))),
  )
  return (
    <Notice title={page.own(own.row)}>
      <p>{told.length > 0 ? `${page.ownChances}: ${told.join('; ')}.` : page.ownNone}</p>
      <p>{page.ownText(own.salt, own.number)}</p>
    </Notice>
  )
}

/** Other lots of the contest. */
export function Other() {
  const { number, lots } = useLoaderData<typeof protocolPage>()
  const { page } = useMessages().contests.lots
  const format = useFormat()
  if (lots.length === 0) return null
  return (
    <section>
      <SectionHead title={page.others} />
      <ul>
        {lots.map(({ lot, announcedAt, drawn }) => (
          <li key={lot}>
            <Anchor href={`/contests/${number}/lots/${lot}`}>
              {page.other(lot, format.date(announcedAt), drawn)}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
