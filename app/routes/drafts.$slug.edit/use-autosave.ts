import { type RefObject, useEffect, useRef, useState } from 'react'
import type { LossView } from '#app/routes/drafts.$slug/losses.tsx'
import { openTab } from '#app/ui/tab-words.ts'
import { type Answer, Autosaver, type SavingState } from './autosave.ts'
import { forgetText, keepText } from './kept-text.ts'

export type Saving = SavingState & { noticed: () => void }
/** `action`: the address that saves; `versionId`: under what the tab keeps the words */
type About = { action: string; versionId: string; owner: string; first: number; told?: LossView[] }

/** Saves the form by itself while the page is here: `autosave.ts` over this form, this tab and this connection. */
export function useAutosave(form: RefObject<HTMLFormElement>, about: About): Saving {
  const { action, versionId, owner, first, told } = about
  const saver = useRef<Autosaver | null>(null)
  const [state, show] = useState<SavingState>(() => new Autosaver(nowhere, first).state)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a later edition is told to the saver that is here
  useEffect(() => {
    const node = form.current
    if (!node) return
    const own = new Autosaver(
      {
        send: (edition) => sent(action, node, edition),
        keep: (edition) => keepText(versionId, textIn(node, owner, edition)),
        forget: () => forgetText(versionId),
        submit: () => node.requestSubmit(),
        show,
      },
      first,
    )
    saver.current = own
    const stop = listen(node, own)
    return () => {
      stop()
      own.leave()
    }
  }, [form, action, versionId, owner])

  useEffect(() => saver.current?.reached(first), [first])
  useEffect(() => {
    if (told) saver.current?.told(told)
  }, [told])
  return { ...state, noticed: () => saver.current?.typed() }
}

const nowhere = {
  ...{ send: async () => null, keep: () => true, forget: () => {} },
  ...{ submit: () => {}, show: () => {} },
}

/** Ties the saver to what happens to the page; returns how to stop. */
function listen(node: HTMLFormElement, saver: Autosaver): () => void {
  const again = () => void saver.save()
  const leaving = () => saver.keep()
  const hidden = () => document.visibilityState === 'hidden' && void saver.save()
  // come back, perhaps from signing in again in another tab
  const back = () => saver.state.code === 'signed-out' && void saver.save()
  const closing = (event: BeforeUnloadEvent) => saver.alone && event.preventDefault()
  const submitted = (event: Event) => {
    if (saver.press(navigator.onLine)) return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('online', again)
  window.addEventListener('focus', back)
  window.addEventListener('pagehide', leaving)
  window.addEventListener('beforeunload', closing)
  document.addEventListener('visibilitychange', hidden)
  node.addEventListener('submit', submitted, true)
  return () => {
    window.removeEventListener('online', again)
    window.removeEventListener('focus', back)
    window.removeEventListener('pagehide', leaving)
    window.removeEventListener('beforeunload', closing)
    document.removeEventListener('visibilitychange', hidden)
    node.removeEventListener('submit', submitted, true)
  }
}

function textIn(form: HTMLFormElement, owner: string, edition: number) {
  const fields = new FormData(form)
  const word = (name: string) => String(fields.get(name) ?? '')
  return { owner, edition, way: word('way'), source: word('source'), base: word('base') }
}

async function sent(action: string, form: HTMLFormElement, edition: number): Promise<Answer> {
  const body = new FormData(form)
  body.set('edition', String(edition))
  try {
    const response = await fetch(action, { method: 'POST', body })
    // of a guest a text of this length is not even read
    if (response.status === 413 && (await isGuest())) return { code: 'signed-out' }
    if (response.status === 401) return { code: 'signed-out' }
    const answer = (await response.json()) as NonNullable<Answer>
    if (answer.edition || answer.losses) {
      openTab()
      return answer
    }
    // a server that fails has not weighed the text: it is tried again
    if (response.status >= 500) return null
    return { problem: answer.problem ?? '', code: answer.code ?? '' }
  } catch {
    return null
  }
}

/** Whether nobody is signed in here any more: one's own place leads to the sign-in page then. */
async function isGuest(): Promise<boolean> {
  return (await fetch('/cabinet', { method: 'HEAD', redirect: 'manual' })).type === 'opaqueredirect'
}
