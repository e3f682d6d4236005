import { useLoaderData } from '@remix-run/react'
import { hundredthsOf } from '#app/domain/panels/lottery/protocol.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
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
