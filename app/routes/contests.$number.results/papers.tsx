import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { loader } from './route.tsx'

/** Papers of the contest for those who hold it. */
export function Papers() {
  const { number, staff, order, mayRank } = useLoaderData<typeof loader>()
  const words = useMessages().contests.results
  if (!staff) return null
  const at = `/contests/${number}`
  return (
    <section>
      <SectionHead title={words.papers} />
      <Row>
        <LinkButton href={`${at}/protocol.pdf`}>{words.protocolPdf}</LinkButton>
        <LinkButton href={`${at}/protocol.docx`}>{words.protocolDocx}</LinkButton>
        {!order && <LinkButton href={`${at}/order.docx`}>{words.orderDocx}</LinkButton>}
        {order && <LinkButton href={`${at}/diplomas.zip`}>{words.diplomas}</LinkButton>}
        {mayRank && (
          <LinkButton href={`${at}/ranking`} look="quiet">
            {words.toRanking}
          </LinkButton>
        )}
      </Row>
    </section>
  )
}
