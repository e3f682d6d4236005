import { type RefObject, useEffect, useRef, useState } from 'react'
import { dropFromTab, keepInTab, keptInTab } from '#app/ui/tab-words.ts'

const PAUSE_MS = 1500
type Kept = { owner: string; fields: [string, string][] }
/** `lost`: there is no connection; `ended`: the person is signed in no more; `unsent`: the button was pressed meanwhile */
type State = { at: string | null; lost: boolean; ended: boolean; unsent: boolean }

/**
 * Sends what is typed to be kept until it is sent for good; `at` says that the last save has arrived. Without a
 * connection the text stays where it is and, for an `owner`, in this tab; it goes on when the connection is back. The
 * button sends only over a connection that has just answered. Without an `action` nothing is kept.
 */
export function useKeeping(place: RefObject<HTMLElement>, action: string | null, owner?: string) {
  const [state, setState] = useState<State>({ at: null, lost: false, ended: false, unsent: false })
  const keeper = useRef<Keeper | null>(null)
  useEffect(() => {
    const node = place.current
    if (!node || action === null) return
    const own = new Keeper(node, action, owner ?? '', (change) => setState((now) => ({ ...now, ...change })))
    keeper.current = own
    return own.start()
  }, [place, action, owner])
  return { ...state, noticed: () => keeper.current?.noticed() }
}

/** Why the words are nowhere but here; null when they are kept. */
export function notKept(
  { lost, ended, unsent }: Pick<State, 'lost' | 'ended' | 'unsent'>,
  words: Record<'lost' | 'notSent' | 'ended', string>,
): string | null {
  if (lost) return unsent ? words.notSent : words.lost
  return ended ? words.ended : null
}

class Keeper {
  readonly #name: string
  #timer: number | undefined
  #turn = 0
  #dirty = false
  /** the next sending of the form is ours: its words have just been kept */
  #through = false
  /** the button was pressed, and the server is being asked whether it is there */
  #asking = false

  constructor(
    readonly node: HTMLElement,
    readonly action: string,
    readonly owner: string,
    readonly show: (change: Partial<State>) => void,
  ) {
    this.#name = `unsent:${action}`
  }

  /** Puts back what this tab kept and listens; returns how to stop, which keeps what is still waiting. */
  start(): () => void {
    const kept = this.owner ? keptInTab<Kept>(this.#name, this.owner) : null
    if (kept) restore(kept, this.node)
    if (kept) this.noticed()
    const again = () => this.#dirty && this.noticed()
    const submitted = (event: Event) => this.#submitted(event)
    window.addEventListener('online', again)
    this.node.addEventListener('submit', submitted, true)
    return () => {
      window.removeEventListener('online', again)
      this.node.removeEventListener('submit', submitted, true)
      window.clearTimeout(this.#timer)
      if (this.#dirty && !this.#through) void this.#save()
    }
  }

  noticed(): void {
    this.#dirty = true
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#save(), PAUSE_MS)
  }

  /** Whether the server answered at all. */
  async #save(): Promise<boolean> {
    const form = this.node.querySelector('form')
    if (!form) return false
    this.#turn += 1
    const own = this.#turn
    const words = new FormData(form)
    // Files are not kept: they are chosen anew, and sent once.
    words.delete('file')
    if (this.owner) keepInTab(this.#name, { owner: this.owner, fields: textsOf(words) } as Kept)
    const response = await fetch(this.action, { method: 'POST', body: words }).catch(() => null)
    const answer = response?.ok ? ((await response.json()) as { savedAt: string }) : null
    // a later save speaks for this one
    if (own !== this.#turn) return response !== null
    if (answer) this.#dirty = false
    // who is signed in no more finds the words here when he is back
    if (response && response.status !== 401) dropFromTab(this.#name)
    const change = { at: answer?.savedAt ?? null, lost: response === null, ended: response?.status === 401 }
    this.show(response ? { ...change, unsent: false } : change)
    return response !== null
  }

  #submitted(event: Event): void {
    window.clearTimeout(this.#timer)
    if (this.#through) return
    // Sent without a connection, the page would be lost with its text.
    event.preventDefault()
    event.stopPropagation()
    if (this.#asking) return
    this.#asking = true
    const { submitter } = event as SubmitEvent
    const form = event.target as HTMLFormElement
    void this.#save().then((answered) => {
      this.#asking = false
      if (!answered) return this.show({ unsent: true })
      this.#dirty = false
      this.#through = true
      form.requestSubmit(submitter)
      this.#through = false
    })
  }
}

function textsOf(words: FormData): [string, string][] {
  return [...words].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
}

/** Puts the words back as if they were typed: what else the form shows follows them. */
function restore({ fields }: Kept, place: HTMLElement): void {
  for (const [name, value] of fields) {
    const named = place.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      `[name="${CSS.escape(name)}"]`,
    )
    for (const field of named) {
      if (field instanceof HTMLInputElement && field.type === 'radio') {
        if (field.value === value && !field.checked) field.click()
      } else if (!(field instanceof HTMLInputElement && field.type === 'hidden')) type(field, value)
    }
  }
}

function type(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  if (field.value === value || value === '') return
  // past the setter of React, which would take the event for an echo
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
  own?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}
