import { type RefObject, useEffect, useState } from 'react'
import { answersIn, askedIn, type Typed, typedIn } from '#app/domain/questionnaires/fields.ts'
import type { Form } from '#app/domain/questionnaires/forms.ts'
import { isTouched } from '#app/ui/touched.ts'

const PAUSE_MS = 1500
type State = { kind: 'idle' | 'saving' | 'saved' | 'unsaved'; at: string | null }

/** Which questions are asked with what is typed now, how many are answered, and whether the server has it. */
export function useAnswering(
  element: RefObject<HTMLFormElement>,
  form: Form,
  initial: Typed,
  address: string,
) {
  const [live, setLive] = useState<Typed | null>(null)
  const [state, setState] = useState<State>({ kind: 'idle', at: null })
  useEffect(() => {
    const node = element.current
    if (!node) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let turn = 0
    const save = async () => {
      turn += 1
      const own = turn
      setState({ kind: 'saving', at: null })
      const data = new FormData(node)
      // A file goes with the buttons: half-chosen ones are not kept.
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
      const at = await fetch(address, { method: 'POST', body: data }).then(
        async (response) => (response.ok ? ((await response.json()) as { savedAt: string }).savedAt : null),
        () => null,
      )
      if (own === turn) setState(at ? { kind: 'saved', at } : { kind: 'unsaved', at: null })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(save, PAUSE_MS)
    }
    const changed = () => {
      setLive(typedIn(form, new FormData(node)))
      later()
    }
    const stop = () => clearTimeout(timer)
    node.addEventListener('input', changed)
    node.addEventListener('submit', stop)
    window.addEventListener('online', later)
    if (isTouched(node)) changed()
    return () => {
      stop()
      node.removeEventListener('input', changed)
      node.removeEventListener('submit', stop)
      window.removeEventListener('online', later)
    }
  }, [element, form, address])
  const typed = live ?? initial
  return { asked: askedIn(form, typed), answered: answersIn(form, typed).length, state }
}
