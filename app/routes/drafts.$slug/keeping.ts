import { type RefObject, useEffect, useRef, useState } from 'react'

const PAUSE_MS = 1500
type Kept = { owner: string; fields: [string, string][] }

/**
 * Sends what is typed to be kept until it is sent for good; `at` says that the last save has arrived. Without a
 * connection the text stays where it is and, for an `owner`, in this tab; it goes on when the connection is back.
 */
export function useKeeping(place: RefObject<HTMLElement>, action: string, owner?: string) {
  const [state, setState] = useState<{ at: string | null; lost: boolean }>({ at: null, lost: false })
  const timer = useRef<number>()
  const turn = useRef(0)
  const key = `unsent:${action}`

  async function save() {
    const form = place.current?.querySelector('form')
    if (!form) return
    turn.current += 1
    const own = turn.current
    const words = new FormData(form)
    // Files are not kept: they are chosen anew, and sent once.
    words.delete('file')
    const at = await fetch(action, { method: 'POST', body: words }).then(
      async (response) => (response.ok ? ((await response.json()) as { savedAt: string }).savedAt : null),
      () => null,
    )
    if (own !== turn.current) return
    if (at) sessionStorage.removeItem(key)
    else if (owner) keepHere(key, owner, words)
    setState({ at, lost: at === null })
  }
  function noticed() {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(save, PAUSE_MS)
  }
  const latest = useRef({ save, noticed })
  latest.current = { save, noticed }

  useEffect(() => {
    const node = place.current
    if (node && owner && restore(key, owner, node)) latest.current.noticed()
    const again = () => latest.current.noticed()
    // Sent without a connection, the page would be lost with its text.
    const submitted = (event: Event) => {
      window.clearTimeout(timer.current)
      if (navigator.onLine) return sessionStorage.removeItem(key)
      event.preventDefault()
      event.stopPropagation()
      void latest.current.save()
    }
    window.addEventListener('online', again)
    node?.addEventListener('submit', submitted, true)
    return () => {
      window.clearTimeout(timer.current)
      window.removeEventListener('online', again)
      node?.removeEventListener('submit', submitted, true)
    }
  }, [place, key, owner])
  return { noticed, at: state.at, lost: state.lost }
}

function keepHere(key: string, owner: string, words: FormData): void {
  const fields = [...words].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  try {
    sessionStorage.setItem(key, JSON.stringify({ owner, fields } satisfies Kept))
  } catch {
    // a full or forbidden store: the text is still in the form
  }
}

/** Puts the texts of this tab back into the form when they are this person's; whether there were any. */
function restore(key: string, owner: string, place: HTMLElement): boolean {
  const text = sessionStorage.getItem(key)
  if (text === null) return false
  const kept = JSON.parse(text) as Kept
  if (kept.owner !== owner) {
    sessionStorage.removeItem(key)
    return false
  }
  for (const area of place.querySelectorAll('textarea')) {
    const said = kept.fields.find(([name]) => name === area.name)?.[1]
    if (said) area.value = said
  }
  return true
}
