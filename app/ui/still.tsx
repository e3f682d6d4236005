/**
 * Still markup: printed by the server and kept by the browser as it is.
 *
 * A long text has nothing for React to bring to life, yet hydrating it means sending its words twice and building
 * every element again. Here the server prints the markup once (`stilled` in app/web/still.server.ts), the document
 * carries it only as HTML, and a navigation inside the site brings the same HTML with its data.
 */
import { useNavigate } from '@remix-run/react'
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react'

/** The markup of the page being printed, by name; on the server only. */
export const StillContext = createContext<ReadonlyMap<string, string> | null>(null)

/** Whether components are printed as still markup, where a link has no router around it. */
export const Standing = createContext(false)

type StillProps = {
  name: string
  /** comes with a navigation; null in the data of a whole document, where the markup is in the document itself */
  html: string | null
}

/** A place for still markup. Its links inside the site navigate without a reload, as all others do. */
export function Still({ name, html }: StillProps) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const printed = useContext(StillContext)?.get(name)
  // If React has to build the page anew, the words must not be lost: what the server printed is read from the page.
  const [standing] = useState(() => printed ?? (html === null ? shownIn(id) : ''))
  useLinksIn(place)
  return (
    <div
      ref={place}
      id={id}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React's own output, printed on the server
      dangerouslySetInnerHTML={{ __html: html ?? standing }}
    />
  )
}

function shownIn(id: string): string {
  return typeof document === 'undefined' ? '' : (document.getElementById(id)?.innerHTML ?? '')
}

/** Listens at the window, after every handler of the page had its say. */
function useLinksIn(place: React.RefObject<HTMLElement | null>) {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const path = plainClick(event) && pathOf(event.target, place.current)
      if (!path) return
      event.preventDefault()
      navigate(path)
    }
    window.addEventListener('click', follow)
    return () => window.removeEventListener('click', follow)
  }, [navigate, place])
}

/** A click that means «go there, here»: no other button, no key, nobody has taken it. */
export function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.defaultPrevented
}

function pathOf(target: EventTarget | null, place: HTMLElement | null): string | null {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link || !place?.contains(link) || link.target || link.download) return null
  const path = link.getAttribute('href') ?? ''
  return path.startsWith('/') && !path.startsWith('//') ? path : null
}
