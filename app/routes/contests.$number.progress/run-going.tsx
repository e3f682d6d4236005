import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { useRevalidation } from '#app/ui/revalidating.ts'

type RunGoingProps = {
  run: { done: number; total: number; stalled: boolean }
  kind: string
  /** where it is stopped */
  stop: string
}

/** A run on its way: the page may be closed, the run may be stopped. */
export function RunGoing({ run, kind, stop }: RunGoingProps) {
  const words = useMessages().contests.runs
  useRevalidation(true)
  return (
    <Notice
      action={
        <Form method="post" action={stop}>
          <input type="hidden" name="kind" value={kind} />
          <Button>{words.stop}</Button>
        </Form>
      }
    >
      <p>{run.stalled ? words.stalled : words.going}</p>
      <Progress label={words.steps(run.done, run.total)} value={run.done} max={run.total} />
    </Notice>
  )
}
