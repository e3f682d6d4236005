import { useLoaderData } from '@remix-run/react'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

/** The visitor's own row of the list: how to find it, and what would have given a seat. */
export function OwnRow() {
  const { own, whyNot } = useLoaderData<typeof loader>()
  const { protocol, why } = useMessages().panels
  if (!own) return null
  return (
    <Notice title={protocol.ownRow(own.row)}>
      <p>{protocol.ownRowText(own.salt)}</p>
      {whyNot && (
        <>
          <p>{why.own(whyNot.rank, whyNot.of, whyNot.points)}</p>
          {whyNot.pointsNeeded !== null && <p>{why.ownNeed(whyNot.pointsNeeded)}</p>}
          {whyNot.without.length > 0 && <p>{why.ownWithout(whyNot.without)}</p>}
          {whyNot.pointsNeeded === null && whyNot.without.length === 0 && <p>{why.never}</p>}
        </>
      )}
    </Notice>
  )
}
