import { useEffect, useLayoutEffect } from 'react'

type Field = HTMLTextAreaElement | HTMLInputElement
export interface EarlyTyping {
  fields: Map<Field, string>
  stop: () => void
}

/**
 * Remembers what is typed before the page comes to life. React 18 gives a textarea that the server had filled its first
 * words back when it hydrates it, and whatever was typed in between would be gone.
 */
export function watchTyping(): EarlyTyping {
  const fields = new Map<Field, string>()
  const note = ({ target }: { target: EventTarget | null }) => {
    if (target instanceof HTMLTextAreaElement || isText(target)) fields.set(target, target.value)
  }
  for (const field of document.querySelectorAll<Field>('textarea, input'))
    if (field.value !== field.defaultValue) note({ target: field })
  document.addEventListener('input', note, true)
  return { fields, stop: () => document.removeEventListener('input', note, true) }
}

/** Puts it back when the page is alive, and tells whoever listens only from then on. */
export function TypedEarly({ early }: { early: EarlyTyping }) {
  useLayoutEffect(() => {
    for (const [field, value] of early.fields)
      if (field.isConnected && field.value !== value) field.value = value
  }, [early])
  // Effects of the whole page have run before that of its last component, so their listeners are there.
  useEffect(() => {
    early.stop()
    const fields = [...early.fields.keys()].filter(({ isConnected }) => isConnected)
    early.fields.clear()
    for (const field of fields) field.dispatchEvent(new Event('input', { bubbles: true }))
  }, [early])
  return null
}

const isText = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement &&
  !['checkbox', 'radio', 'file', 'hidden', 'password'].includes(target.type)
