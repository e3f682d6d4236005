import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import type { whyPage } from './load.server.ts'
import { useLoss } from './use-loss.ts'

/** One person of the list, by number: what would have given a seat. Works by GET, without JavaScript. */
export function AskOther() {
  const { typed } = useLoaderData<typeof whyPage>()
  const { why } = useMessages().panels
  return (
    <section aria-labelledby="other">
      <SectionHead title={why.other} id="other" />
      <Stack gap={3}>
        <form method="get" action="#other">
          <Row>
            <Field label={why.otherNumber} name="person" type="number" min={1} defaultValue={typed} />
            <Button>{why.ask}</Button>
          </Row>
        </form>
        <Answer />
      </Stack>
    </section>
  )
}

function Answer() {
  const { asked, total } = useLoaderData<typeof whyPage>()
  const { why, protocol } = useMessages().panels
  const loss = useLoss()
  if (!asked) return null
  const who = asked.name ?? protocol.numberOnly(asked.number)
  if (asked.standing === 'absent') return <Notice title={why.absent(asked.number)} />
  if (asked.standing === 'member') return <Notice title={why.inPanel(who)} />
  if (!asked.why) return <Notice title={total.proven ? why.inBest(who) : why.notReckoned} />
  const { rank, pointsNeeded, without, loss: lost } = asked.why
  return (
    <Notice title={why.outside(who, rank, asked.points)}>
      {pointsNeeded !== null && <p>{why.wouldNeed(pointsNeeded)}</p>}
      {without.length > 0 && <p>{why.wouldWithout(without)}</p>}
      {pointsNeeded === null && without.length === 0 && <p>{why.never}</p>}
      {lost && lost.points > 0 && <p>{why.forced(loss(lost))}</p>}
    </Notice>
  )
}
