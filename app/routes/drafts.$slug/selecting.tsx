import { useLocation } from '@remix-run/react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useMessages } from '#app/ui/messages.tsx'
import { plainClick } from '#app/ui/still.tsx'
import styles from './selecting.module.css'
import { selectedPassage } from './selection.ts'

// Most readers only read: the form comes when it is asked for.
const RemarkDialog = lazy(() => import('./remark-dialog.tsx'))

type Offer = { query: string; top: number; left: number }

/** Over the text: a button beside selected words, and «+» that opens the form here instead of on its own page. */
export function Selecting({ slug }: { slug: string }) {
  const { reviews } = useMessages()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    const look = () => setOffer(offered())
    const open = (event: MouseEvent) => {
      const query = plainClick(event) && queryOf(event.target)
      if (!query) return
      event.preventDefault()
      setAsked(query)
    }
    // Words may have been selected before scripts ran.
    look()
    document.addEventListener('selectionchange', look)
    document.addEventListener('click', open)
    return () => {
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('click', open)
    }
  }, [])
  const { key, hash } = useLocation()
  const sent = useRef('')
  // A remark that was sent leads to itself: the form goes, and the keyboard and the screen reader go on from the remark.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a navigation ends the writing, not its beginning
  useEffect(() => {
    if (asked) sent.current = hash
    setAsked(null)
  }, [key])
  // While the dialog stands, nothing outside of it can take the focus.
  useEffect(() => {
    if (!asked) enter(sent.current)
    sent.current = ''
  }, [asked])
  return (
    <>
      {offer && !asked && (
        <a
          href={`/drafts/${slug}/remark?${offer.query}`}
          className={styles.offer}
          style={{ top: offer.top, left: offer.left }}
          onMouseDown={(event) => event.preventDefault()}
          data-ask={offer.query}
        >
          {reviews.draft.selection}
        </a>
      )}
      {asked && (
        <Suspense>
          <RemarkDialog slug={slug} query={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}

function queryOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-add], [data-ask]') : null
  if (!link) return null
  return link.dataset.ask ?? `block=${link.dataset.add}`
}

function enter(hash: string) {
  const note = hash && document.getElementById(hash.slice(1))
  if (!note) return
  note.tabIndex = -1
  note.focus()
}

function offered(): Offer | null {
  const selection = document.getSelection()
  const passage = selection && selectedPassage(selection)
  if (!selection || !passage) return null
  const rect = selection.getRangeAt(0).getBoundingClientRect()
  const query = `from=${passage.fromBlock}.${passage.fromOffset}&to=${passage.toBlock}.${passage.toOffset}`
  return { query, top: rect.bottom + window.scrollY + 8, left: Math.max(rect.left + window.scrollX, 8) }
}
