import { useEffect, useRef } from 'react'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './search-box.module.css'

/** Search over the whole site: Enter sends it without JavaScript, the «/» key jumps to it with. */
export function SearchBox({ query = '' }: { query?: string }) {
  const { shell } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    function jump(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [])
  return (
    <search className={styles.search}>
      <form action="/search" className={styles.form}>
        <Icon name="search" className={styles.icon} />
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={query}
          placeholder={shell.search}
          aria-label={shell.searchLabel}
          aria-keyshortcuts="/"
          className={styles.input}
        />
        <button type="submit" className={styles.send}>
          <VisuallyHidden>{shell.search}</VisuallyHidden>
        </button>
      </form>
    </search>
  )
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
