import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { loader } from './route.tsx'

/** Papers of the contest for those who hold it. */
export function Papers() {
  const { number, staff, order, mayRank, mayCertify } = useLoaderData<typeof loader>()
  const words = useMessages().contests.results
  if (!staff && !mayCertify) return null
  const at = `/contests/${number}`
  return (
    <section>
      <SectionHead title={words.papers} />
      <Row>
        {staff && <LinkButton href={`${at}/protocol.pdf`}>{words.protocolPdf}</LinkButton>}
        {staff && <LinkButton href={`${at}/protocol.docx`}>{words.protocolDocx}</LinkButton>}
        {!order && staff && <LinkButton href={`${at}/order.docx`}>{words.orderDocx}</LinkButton>}
        {order && staff && <LinkButton href={`${at}/diplomas`}>{words.diplomas}</LinkButton>}
        {mayCertify && <LinkButton href={`${at}/certificates`}>{words.certificates}</LinkButton>}
        {mayRank && (
          <LinkButton href={`${at}/ranking`} look="quiet">
            {words.toRanking}
          </LinkButton>
        )}
      </Row>
    </section>
  )
}
