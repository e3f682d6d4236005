import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { ImportView } from './view.server.ts'

/** What has become of the list. */
export function State({ view }: { view: ImportView }) {
  const words = useMessages().imports
  const format = useFormat()
  const { id, state, doneAt, undoneAt, reason, progress } = view
  if (state === 'running')
    return (
      <Notice>
        <p>{words.running}</p>
        {progress && <Progress label={words.progress} value={progress.done} max={progress.total} />}
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
