import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'

type LotListProps = { contest: number; lots: { lot: number; announcedAt: Date; drawn: boolean }[] }

/** Lots of a contest, each with the way to its protocol; nothing when there is none. */
export function LotList({ contest, lots }: LotListProps) {
  const { page } = useMessages().contests.lots
  const format = useFormat()
  if (lots.length === 0) return null
  return (
    <section>
      <SectionHead title={page.others} />
      <ul>
        {lots.map(({ lot, announcedAt, drawn }) => (
          <li key={lot}>
            <Anchor href={`/contests/${contest}/lots/${lot}`}>
              {page.other(lot, format.date(announcedAt), drawn)}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
