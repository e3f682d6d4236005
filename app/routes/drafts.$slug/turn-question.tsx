import { useEffect, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { Losses } from './losses.tsx'
import type { Turning } from './turning.ts'

/** What a change of the way of writing would lose, and the choice to make it nevertheless. */
export function TurnQuestion({ turning: { asked, failed, go, stay } }: { turning: Turning }) {
  const { reviewWork } = useMessages()
  const words = reviewWork.turn
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked) question.current?.focus()
  }, [asked])
  if (failed) return <Notice kind="warn">{words.failed}</Notice>
  if (!asked) return null
  return (
    <div ref={question} tabIndex={-1} role="alert">
      <Notice kind="warn" title={words.ask(reviewWork.ways[asked.text.way])}>
        <Stack gap={2}>
          <Losses losses={asked.losses} />
          <Row>
            <Button type="button" small onClick={stay}>
              {words.stay}
            </Button>
            <Button type="button" small onClick={go}>
              {words.go}
            </Button>
          </Row>
        </Stack>
      </Notice>
    </div>
  )
}
