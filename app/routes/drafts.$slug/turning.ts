import { type RefObject, useEffect, useRef, useState } from 'react'
import type { LossView } from './losses.tsx'

export type Way = 'rich' | 'markdown' | 'plain'
/** A text as it is typed; `base` is the document that its Markdown was made of. */
export type Typed = { way: Way; source: string; base: string }
type Asked = { text: Typed; losses: LossView[] }

export interface Turning {
  text: Typed
  /** another field stands there after each turn */
  round: number
  /** a turn that waits for a word of the writer: it would lose these */
  asked: Asked | null
  failed: boolean
  begin: (text: Typed) => void
  /** words were typed: of the editor, these; null for a text area, which holds its own */
  typed: (source: string | null) => void
  go: () => void
  stay: () => void
}

/** Going over from one way of writing to another with all words; what would be lost is asked about first. */
export function useTurning(root: RefObject<HTMLElement>, first: Typed, changed?: () => void): Turning {
  const [text, setText] = useState(first)
  const [round, setRound] = useState(0)
  const [asked, ask] = useState<Asked | null>(null)
  const [failed, fail] = useState(false)
  // The reader of Markdown comes ahead of its use: there may be no connection then.
  useEffect(() => void reader().catch(() => {}), [])
  const latest = useRef(text)
  latest.current = text
  const turning = useRef(turn)
  turning.current = turn
  useEffect(() => {
    const node = root.current
    // React takes no notice of a choice that was set back without it.
    const chosen = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'way')
        void turning.current(target.value as Way)
    }
    node?.addEventListener('change', chosen)
    return () => node?.removeEventListener('change', chosen)
  }, [root])

  function show(next: Typed) {
    choose(root.current, next.way)
    setText(next)
    ask(null)
    setRound((n) => n + 1)
  }
  async function turn(to: Way) {
    const from = latest.current
    // Until the text is turned the form is in the way that it was in.
    choose(root.current, from.way)
    fail(false)
    ask(null)
    if (to === from.way) return
    try {
      const { turned } = await reader()
      const { losses, ...now } = turned(wordsIn(root.current) ?? from.source, from.way, to, from.base)
      if (losses.length > 0) ask({ text: { way: to, ...now }, losses })
      else show({ way: to, ...now })
    } catch {
      fail(true)
    }
  }
  return {
    ...{ text, round, asked, failed },
    begin: setText,
    typed: (source) => {
      if (source !== null) setText((text) => ({ ...text, source }))
      // what was asked was about other words
      ask(null)
    },
    go: () => {
      if (!asked) return
      show(asked.text)
      choose(root.current, asked.text.way)?.focus()
      // after the field has been drawn anew
      window.setTimeout(() => changed?.())
    },
    stay: () => {
      ask(null)
      choose(root.current, latest.current.way)?.focus()
    },
  }
}

/** Marks the way in the choice; the field that is marked now. */
function choose(root: HTMLElement | null, way: Way): HTMLInputElement | null {
  const radio = root?.querySelector<HTMLInputElement>(`input[name="way"][value="${way}"]`) ?? null
  if (radio) radio.checked = true
  return radio
}

const reader = () => import('#app/domain/reviews/texts/turning.ts')

/** What stands in the field now, whichever it is. */
function wordsIn(root: HTMLElement | null): string | undefined {
  return root?.querySelector<HTMLInputElement | HTMLTextAreaElement>('[name="source"]')?.value
}
