import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Saving } from './use-autosave.ts'

/** Why the text is not saved, and the way on. */
export function SavingTold({ saving: { refused, code, unkept }, back }: { saving: Saving; back: string }) {
  const { reviewWork: words } = useMessages()
  const ended = code === 'signed-out'
  return (
    <>
      {(refused || ended) && (
        <Notice
          kind="warn"
          action={
            ended ? (
              <LinkButton
                href={`/signin?next=${encodeURIComponent(back)}`}
                target="_blank"
                rel="noopener"
                small
              >
                {words.signInAgain}
              </LinkButton>
            ) : (
              code === 'stale' && (
                <Button type="button" small onClick={() => window.location.reload()}>
                  {words.reopen}
                </Button>
              )
            )
          }
        >
          {ended ? words.ended : refused}
        </Notice>
      )}
      {unkept && <Notice kind="warn">{words.unkept}</Notice>}
    </>
  )
}

/** Where the saving stands, in a few words beside the button. */
export function SavedAt({ saving }: { saving: Saving }) {
  const { reviewWork: words } = useMessages()
  const format = useFormat()
  const text = saving.busy
    ? words.saving
    : saving.lost
      ? words.saveFailed
      : saving.dirty
        ? words.unsaved
        : saving.savedAt
          ? words.savedAt(format.time(new Date(saving.savedAt)))
          : ''
  return <span role="status">{text}</span>
}
