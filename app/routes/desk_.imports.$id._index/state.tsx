import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { useRevalidation } from '#app/ui/revalidating.ts'
import type { ImportView } from './view.server.ts'

/** What has become of the list. */
export function State({ view }: { view: ImportView }) {
  const words = useMessages().imports
  const format = useFormat()
  const { id, kind, state, doneAt, undoneAt, reason, progress, stalled, problem, revision } = view
  useRevalidation(state === 'running' && !stalled)
  if (stalled)
    return (
      <Form method="post" action={`/desk/imports/${id}?index`}>
        <input type="hidden" name="seen" value={revision} />
        <input type="hidden" name="leave" value="on" />
        <Notice kind="warn" action={<Button>{words.writeAgain}</Button>}>
          {words.stalled}
        </Notice>
      </Form>
    )
  if (problem && state === 'open')
    return (
      <Notice kind="error" title={words.failed}>
        {problem}
      </Notice>
    )
  if (state === 'running')
    return (
      <Notice
        action={
          kind === 'people' && (
            <Form method="post" action={`/desk/imports/${id}/stopping`}>
              <Button>{words.stop}</Button>
            </Form>
          )
        }
      >
        <p>{words.running}</p>
        {progress && (
          <Progress
            label={words.progress}
            value={progress.total > 0 ? progress.done : undefined}
            max={progress.total || 1}
          />
        )}
      </Notice>
    )
  if (state === 'done' && doneAt && kind === 'nominations')
    return (
      <Notice
        kind="success"
        title={words.nominations.sent(format.date(doneAt))}
        action={<LinkButton href={`/desk/imports/${id}/undoing`}>{words.nominations.undo}</LinkButton>}
      >
        {words.nominations.sentText}
      </Notice>
    )
  if (state === 'done' && doneAt)
    return (
      <Notice
        kind="success"
        title={words.done(format.date(doneAt))}
        action={<LinkButton href={`/desk/imports/${id}/undoing`}>{words.undo}</LinkButton>}
      >
        {words.doneText}
      </Notice>
    )
  if (state === 'undone' && undoneAt)
    return (
      <Notice kind="warn" title={words.undone(format.date(undoneAt))}>
        {reason}
      </Notice>
    )
  return null
}
