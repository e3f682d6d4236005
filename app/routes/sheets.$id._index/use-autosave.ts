import { type RefObject, useEffect, useState } from 'react'
import { isTouched } from '#app/ui/touched.ts'

const PAUSE_MS = 1500

/** Saves a form a moment after the last change, and again when the connection is back; null while nothing was typed. */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  address: string,
): 'saving' | 'saved' | 'unsaved' | null {
  const [state, setState] = useState<'saving' | 'saved' | 'unsaved' | null>(null)
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let turn = 0
    const save = async () => {
      turn += 1
      const own = turn
      setState('saving')
      const saved = await fetch(address, { method: 'POST', body: new FormData(element) }).then(
        (response) => response.ok,
        () => false,
      )
      // A later save decides what is shown.
      if (own === turn) setState(saved ? 'saved' : 'unsaved')
    }
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(save, PAUSE_MS)
    }
    const stop = () => clearTimeout(timer)
    element.addEventListener('input', changed)
    element.addEventListener('submit', stop)
    window.addEventListener('online', changed)
    if (isTouched(element)) changed()
    return () => {
      stop()
      element.removeEventListener('input', changed)
      element.removeEventListener('submit', stop)
      window.removeEventListener('online', changed)
    }
  }, [form, address])
  return state
}
