import type { SubmissionResult } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { type RefObject, useEffect, useRef, useState } from 'react'

const PAUSE_MS = 2500

type Answer = { edition: number; savedAt: Date } | SubmissionResult<string[]>

/** Saves the form after a pause in typing; one save at a time, each with the edition that the last one gave. */
export function useAutosave(form: RefObject<HTMLFormElement>, first: number) {
  const fetcher = useFetcher<Answer>()
  const timer = useRef<number>()
  const [dirty, setDirty] = useState(false)
  const saved = fetcher.data && 'edition' in fetcher.data ? fetcher.data : null
  const refused =
    fetcher.data && 'error' in fetcher.data
      ? Object.values(fetcher.data.error ?? {})
          .flat()
          .join(' ')
      : ''
  const stop = () => window.clearTimeout(timer.current)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  function noticed() {
    setDirty(true)
    stop()
    timer.current = window.setTimeout(save, PAUSE_MS)
  }
  function save() {
    if (!form.current) return
    // A save under way holds the next edition: wait for it.
    if (form.current.dataset.saving) {
      timer.current = window.setTimeout(save, PAUSE_MS)
      return
    }
    const fields = new FormData(form.current)
    fields.set('auto', 'on')
    setDirty(false)
    fetcher.submit(fields, { method: 'post' })
  }
  const busy = fetcher.state !== 'idle'
  useEffect(() => {
    if (form.current) form.current.dataset.saving = busy ? 'on' : ''
  }, [busy, form])
  return { edition: saved?.edition ?? first, savedAt: saved?.savedAt, busy, dirty, refused, noticed, stop }
}
