import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'

type Props = { number: number; step: 'close' | 'open' | null; factor: boolean }

/** What an administrator may do with the sign-in of the person. */
export function AccountLinks({ number, step, factor }: Props) {
  const { moderation, secondFactor } = useMessages()
  return (
    <Row>
      {factor && <Anchor href={`/admin/grants/${number}/second-factor`}>{secondFactor.reset.link}</Anchor>}
      {step && <Anchor href={`/admin/grants/${number}/blocking`}>{moderation.blocking[step]}</Anchor>}
    </Row>
  )
}
