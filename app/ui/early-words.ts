/**
 * Words typed before the page's program came to life. React 18 writes the text that the server sent into each filled
 * textarea once more when it takes the page over, and what was typed meanwhile is gone. So a line in the head remembers
 * what is typed from the first moment on, and each field takes it back when it is alive.
 */
import { type RefObject, useEffect, useRef } from 'react'

declare global {
  interface Window {
    earlyWords?: WeakMap<Element, string>
  }
}

/**
 * Runs in the head, before anything can be typed. Kept by element: a field that is made later has no early words. Without
 * quotes and signs that HTML would write in another way.
 */
export const earlyWordsScript =
  'window.earlyWords=new WeakMap;addEventListener(`input`,function(e){if(e.target instanceof HTMLTextAreaElement)earlyWords.set(e.target,e.target.value)},true)'

/** For a textarea: puts early words back, and tells the form of them as if they were typed now. */
export function useEarlyWords(): RefObject<HTMLTextAreaElement> {
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const area = ref.current
    const typed = area && window.earlyWords?.get(area)
    if (!area || typed === undefined || typed === area.value) return
    setValue?.call(area, typed)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }, [])
  return ref
}

// past React, which keeps the last value it wrote and would take the event for no change
const setValue =
  typeof HTMLTextAreaElement === 'undefined'
    ? undefined
    : Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
