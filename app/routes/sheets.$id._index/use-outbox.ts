import { type RefObject, useEffect, useRef, useState } from 'react'
import { dropFromTab, keepInTab, keptInTab, openTab } from '#app/ui/tab-words.ts'
import { isTouched } from '#app/ui/touched.ts'
import { type Answer, type Kept, OutboxKeeper, type OutboxState, type Words } from './outbox-state.ts'

type About = { address: string; owner: string; edition: number }
export type OutboxView = OutboxState & { mine: Words; choose: (whose: 'mine' | 'theirs') => void }

/** Fields that say who typed and over what, not what. */
const own = new Set(['writer', 'edition'])

/** Saves a form by itself: `outbox-state.ts` over this form, this device and this connection. */
export function useOutbox(form: RefObject<HTMLFormElement>, { address, owner, edition }: About): OutboxView {
  const keeper = useRef<OutboxKeeper | null>(null)
  const [state, show] = useState<OutboxState>({ kind: 'rest', text: '', theirs: null })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a later edition is told to the keeper that is here
  useEffect(() => {
    const node = form.current
    if (!node) return
    const one = new OutboxKeeper(
      {
        words: () => wordsIn(node),
        fill: (words) => fill(node, words),
        send: (seen) => sent(address, node, seen),
        keep: (kept) => void keepInTab(address, { owner, ...kept } as Kept, 'device'),
        kept: () => keptInTab<Kept>(address, owner, 'device'),
        forget: () => dropFromTab(address, 'device'),
        show,
      },
      edition,
    )
    keeper.current = one
    one.begin(isTouched(node))
    const stop = listen(node, one)
    return () => {
      stop()
      one.stop()
    }
  }, [form, address, owner])

  useEffect(() => keeper.current?.reached(edition), [edition])
  const mine = form.current ? wordsIn(form.current) : {}
  return { ...state, mine, choose: (whose) => keeper.current?.choose(whose) }
}

function listen(node: HTMLFormElement, one: OutboxKeeper): () => void {
  const typed = () => one.typed()
  const again = () => void one.save()
  // left: whatever waits goes at once; come back, perhaps from signing in again elsewhere: it is tried once more
  const seen = () => void one.save()
  let [waiting, passed] = [false, false]
  const submitted = (event: SubmitEvent) => {
    one.stop()
    if (passed || !one.alone) {
      passed = false
      return
    }
    // a page of the browser that says there is no network, or the one to sign in, would take the place of the form
    event.preventDefault()
    event.stopPropagation()
    if (waiting) return
    waiting = true
    void one.press().then((may) => {
      waiting = false
      passed = may
      if (may) node.requestSubmit(event.submitter)
    })
  }
  node.addEventListener('input', typed)
  node.addEventListener('submit', submitted, true)
  window.addEventListener('online', again)
  window.addEventListener('focus', seen)
  document.addEventListener('visibilitychange', seen)
  return () => {
    node.removeEventListener('input', typed)
    node.removeEventListener('submit', submitted, true)
    window.removeEventListener('online', again)
    window.removeEventListener('focus', seen)
    document.removeEventListener('visibilitychange', seen)
  }
}

function wordsIn(form: HTMLFormElement): Words {
  const words: Words = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !own.has(name) && value !== '') words[name] = value
  return words
}

function fill(form: HTMLFormElement, words: Words): void {
  for (const one of form.elements) {
    if (one instanceof HTMLTextAreaElement) one.value = words[one.name] ?? ''
    if (!(one instanceof HTMLInputElement) || own.has(one.name) || one.type === 'hidden') continue
    if (one.type === 'radio' || one.type === 'checkbox') one.checked = words[one.name] === one.value
    else one.value = words[one.name] ?? ''
  }
}

async function sent(address: string, form: HTMLFormElement, seen: number): Promise<Answer> {
  const body = new FormData(form)
  body.set('edition', String(seen))
  try {
    const response = await fetch(address, { method: 'POST', body, keepalive: true })
    if (response.status === 401) return { kind: 'signed-out' }
    const told = (await response.json()) as {
      edition?: number
      theirs?: { edition: number; values: Words }
      problem?: string
    }
    if (response.ok && told.edition !== undefined) {
      openTab()
      return { kind: 'saved', edition: told.edition }
    }
    if (told.theirs) return { kind: 'stale', edition: told.theirs.edition, words: told.theirs.values }
    return response.status >= 500 ? null : { kind: 'refused', text: told.problem ?? '' }
  } catch {
    return null
  }
}
