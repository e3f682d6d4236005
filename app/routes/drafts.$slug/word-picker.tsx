import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import type { Chosen } from './passage-field.tsx'
import styles from './remark-form.module.css'
import type { Token } from './words.ts'

type WordPickerProps = {
  text: string
  tokens: readonly Token[]
  lang: string
  chosen: Chosen
  onPick: (first: number, last: number) => void
}

/** The unit as a list of words: arrows move the choice, Shift stretches it, a click does the same with a mouse. */
export function WordPicker({ text, tokens, lang, chosen, onPick }: WordPickerProps) {
  const { reviewRemark } = useMessages()
  const words = reviewRemark.form
  // The end that Shift moves; the other one stays where the choice began.
  const ends = useRef({ anchor: chosen.first, head: chosen.last })
  const go = (head: number, stretch: boolean) => {
    const at = Math.min(Math.max(head, 1), tokens.length)
    ends.current = stretch ? { ...ends.current, head: at } : { anchor: at, head: at }
    onPick(Math.min(ends.current.anchor, at), Math.max(ends.current.anchor, at))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const head = headAfter(event.key, ends.current.head, tokens.length)
    if (head === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    go(head, event.shiftKey)
  }
  const onClick = (event: MouseEvent) => {
    const word = event.target instanceof HTMLElement && event.target.closest<HTMLElement>('[data-word]')
    if (word) go(Number(word.dataset.word), event.shiftKey)
  }
  const picked = chosen.scope === 'phrase'
  return (
    <>
      <p className={styles.hint} id="word-picker-hint">
        {words.pick}
      </p>
      <div
        className={styles.picker}
        lang={lang}
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={words.passage}
        aria-describedby="word-picker-hint"
        aria-activedescendant={picked ? `word-${ends.current.head}` : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {tokens.map((token, at) => (
          <Word
            key={token.from}
            token={token}
            number={at + 1}
            before={text.slice(tokens[at - 1]?.to ?? 0, token.from)}
            chosen={picked && at + 1 >= chosen.first && at + 1 <= chosen.last}
            joined={picked && at + 1 > chosen.first && at + 1 <= chosen.last}
          />
        ))}
      </div>
      <VisuallyHidden>
        <span role="status">{picked ? words.picked(phraseOf(text, tokens, chosen)) : words.pickedWhole}</span>
      </VisuallyHidden>
    </>
  )
}

type WordProps = { token: Token; number: number; before: string; chosen: boolean; joined: boolean }

function Word({ token, number, before, chosen, joined }: WordProps) {
  return (
    <>
      <span className={joined ? styles.chosen : undefined}>{before}</span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, which names the active word */}
      <span
        role="option"
        id={`word-${number}`}
        data-word={number}
        aria-selected={chosen}
        className={chosen ? styles.chosen : undefined}
      >
        {token.text}
      </span>
    </>
  )
}

function headAfter(key: string, head: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return head + 1
  if (key === 'ArrowLeft' || key === 'ArrowUp') return head - 1
  if (key === 'Home') return 1
  return key === 'End' ? count : null
}

function phraseOf(text: string, tokens: readonly Token[], { first, last }: Chosen): string {
  return text.slice(tokens[first - 1]?.from ?? 0, tokens[last - 1]?.to ?? 0)
}
