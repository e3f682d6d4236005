import { useFetcher } from '@remix-run/react'
import { type RefObject, useEffect, useRef } from 'react'

const PAUSE_MS = 1500

/** Sends what is typed in the form to be kept until it is sent for good; `at` says that the last save has arrived. */
export function useKeeping(place: RefObject<HTMLElement>, action: string) {
  const fetcher = useFetcher<{ savedAt: string | null }>()
  const timer = useRef<number>()
  useEffect(() => () => window.clearTimeout(timer.current), [])
  function noticed() {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const form = place.current?.querySelector('form')
      if (!form) return
      const words = new FormData(form)
      // Files are not kept: they are chosen anew, and sent once.
      words.delete('file')
      fetcher.submit(words, { method: 'post', action })
    }, PAUSE_MS)
  }
  return { noticed, at: fetcher.state === 'idle' ? fetcher.data?.savedAt : undefined }
}
