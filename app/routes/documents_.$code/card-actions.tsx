import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'

/** What its keepers do with a card that is not published yet. */
export function CardActions({ code, can }: { code: string; can: { correct: boolean; publish: boolean } }) {
  const { card } = useMessages().documents
  return (
    <>
      {can.publish && (
        <LinkButton href={`/documents/${code}/publication`} look="main">
          {card.publish}
        </LinkButton>
      )}
      {can.correct && <LinkButton href={`/documents/${code}/edit`}>{card.correct}</LinkButton>}
    </>
  )
}
