import type { SubmissionResult } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { classes } from '#app/ui/classes.ts'
import frame from '#app/ui/dialog.module.css'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Skeleton } from '#app/ui/progress.tsx'
import { RemarkForm } from './remark-form.tsx'
import { RemarkGate } from './remark-gate.tsx'
import type { RemarkPageView } from './remark-view.ts'
import styles from './selecting.module.css'

/** The form of a remark over the text: the same data, form and action as on its own page. */
export default function RemarkDialog({
  slug,
  query,
  onClose,
}: {
  slug: string
  query: string
  onClose: () => void
}) {
  const { ui, reviewRemark } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const view = useFetcher<RemarkPageView>()
  const sending = useFetcher<SubmissionResult<string[]>>()
  const { load } = view
  useEffect(() => {
    dialog.current?.showModal()
    load(`/drafts/${slug}/remark?${query}`)
  }, [load, slug, query])
  const shown = view.data
  return (
    <dialog
      ref={dialog}
      className={classes(frame.dialog, styles.dialog)}
      aria-labelledby={heading}
      onClose={onClose}
    >
      <header className={classes(frame.head, styles.lead)}>
        <div>
          <h2 id={heading}>{reviewRemark.form.title}</h2>
          {shown?.form && <p>{shown.form.passage.address}</p>}
        </div>
        <button type="button" className={frame.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          <VisuallyHidden>{ui.close}</VisuallyHidden>
        </button>
      </header>
      {!shown && <Skeleton lines={6} />}
      {shown && <RemarkGate view={shown} sent={sending.data !== undefined} />}
      {shown?.form && (!shown.denial || sending.data) && (
        <RemarkForm
          view={shown.form}
          lastResult={sending.data}
          as={sending.Form}
          busy={sending.state !== 'idle'}
        />
      )}
    </dialog>
  )
}
