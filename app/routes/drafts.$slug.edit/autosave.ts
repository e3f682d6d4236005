import { type RefObject, useEffect, useRef, useState } from 'react'
import { forgetText, keepText } from './kept-text.ts'

const PAUSE_MS = 2500
const AGAIN_MS = 15_000

export interface Saving {
  edition: number
  savedAt: string | null
  busy: boolean
  dirty: boolean
  /** there is no connection: the text waits in this tab */
  lost: boolean
  refused: string
  noticed: () => void
}
type About = { slug: string; versionId: string; owner: string; first: number }
type Answer = { edition?: number; savedAt?: string; problem?: string }

/**
 * Saves the form after a pause in typing; one save at a time, each with the edition that the last one gave. Without a
 * connection the text waits in this tab and goes on when the connection is back.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  { slug, versionId, owner, first }: About,
): Saving {
  const timer = useRef<number>()
  const now = useRef({ edition: first, dirty: false, busy: false, pressed: false, typed: 0, sent: 0 })
  const [shown, show] = useState({ savedAt: null as string | null, lost: false, refused: '' })
  const [, redraw] = useState(0)
  const set = (change: Partial<typeof now.current>) => {
    Object.assign(now.current, change)
    redraw((n) => n + 1)
  }

  function keep() {
    if (!form.current || !(now.current.dirty || now.current.busy)) return
    const fields = new FormData(form.current)
    const [way, source] = [String(fields.get('way')), String(fields.get('source'))]
    keepText(versionId, { owner, edition: now.current.edition, way, source })
  }
  async function save() {
    window.clearTimeout(timer.current)
    if (!form.current || now.current.busy || !now.current.dirty) return
    keep()
    const body = new FormData(form.current)
    body.set('edition', String(now.current.edition))
    set({ busy: true, dirty: false })
    const answer = await sent(`/drafts/${encodeURIComponent(slug)}/saving`, body)
    if (answer?.edition) {
      set({ busy: false, edition: answer.edition })
      show({ savedAt: answer.savedAt ?? null, lost: false, refused: '' })
      if (!now.current.dirty) forgetText(versionId)
    } else {
      set({ busy: false, dirty: true })
      show((last) => ({ ...last, lost: !answer, refused: answer?.problem ?? '' }))
      if (!answer) timer.current = window.setTimeout(save, AGAIN_MS)
    }
    const { pressed, dirty } = now.current
    now.current.pressed = false
    // once the field of the edition has been drawn anew
    if (pressed && answer?.edition) window.setTimeout(() => form.current?.requestSubmit())
    else if (answer?.edition && dirty) later()
  }
  function later() {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(save, PAUSE_MS)
  }
  const latest = useRef({ save, keep, later })
  latest.current = { save, keep, later }

  useEffect(() => {
    const node = form.current
    const again = () => void latest.current.save()
    const leaving = () => latest.current.keep()
    // Sent without a connection, the page would be lost with its text.
    const submitted = (event: Event) => {
      window.clearTimeout(timer.current)
      now.current.dirty = true
      now.current.sent = now.current.typed
      // a save under way holds the next edition: the button waits for it
      now.current.pressed = now.current.busy
      if (navigator.onLine && !now.current.busy) return latest.current.keep()
      event.preventDefault()
      event.stopPropagation()
      void latest.current.save()
    }
    window.addEventListener('online', again)
    window.addEventListener('pagehide', leaving)
    node?.addEventListener('submit', submitted, true)
    return () => {
      window.clearTimeout(timer.current)
      window.removeEventListener('online', again)
      window.removeEventListener('pagehide', leaving)
      node?.removeEventListener('submit', submitted, true)
    }
  }, [form])

  // The button has saved: the page is here again with the edition after ours.
  useEffect(() => {
    if (first <= now.current.edition) return
    // words typed while it was saving are not among what it saved
    const dirty = now.current.typed !== now.current.sent
    if (!dirty) forgetText(versionId)
    Object.assign(now.current, { edition: first, dirty })
    if (dirty) latest.current.later()
    redraw((n) => n + 1)
  }, [first, versionId])

  const { edition, busy, dirty } = now.current
  return {
    ...{ ...shown, edition, busy, dirty },
    noticed: () => {
      set({ dirty: true, typed: now.current.typed + 1 })
      later()
    },
  }
}

/** What the server said; null when it said nothing. */
async function sent(action: string, body: FormData): Promise<Answer | null> {
  try {
    const response = await fetch(action, { method: 'POST', body })
    const answer = (await response.json()) as Answer & { error?: Record<string, string[] | null> }
    if (answer.edition) return answer
    return {
      problem:
        answer.problem ??
        Object.values(answer.error ?? {})
          .flat()
          .join(' '),
    }
  } catch {
    return null
  }
}
