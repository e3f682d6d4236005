/** Prints the frame as one small page without a script: a search, some people, the way to the whole registry. */
import { renderToStaticMarkup } from 'react-dom/server'
import { type Entry, nameOf } from '#app/domain/experts/entries.server.ts'
import { lastDay, type RegistryFilter } from '#app/domain/experts/registry.ts'
import { MessagesProvider, useFormat, useMessages } from '#app/ui/messages.tsx'
import type { Locale } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'

export interface FrameView {
  locale: Locale
  zone: string
  messages: Messages
  publicUrl: string
  demo: boolean
  /** what this platform is called */
  name: string
  entries: readonly Entry[]
  filter: RegistryFilter
  /** the filter without its words, for the form */
  rest: readonly (readonly [string, string])[]
  query: string
  /** cursor of the next page */
  next: string | null
}

export function printFrame(view: FrameView): string {
  const { locale, zone, messages } = view
  const page = renderToStaticMarkup(
    <MessagesProvider messages={messages} locale={locale} timeZone={zone}>
      <Frame view={view} />
    </MessagesProvider>,
  )
  return `<!doctype html>${page}`
}

function Frame({ view }: { view: FrameView }) {
  const [{ experts, shell }, format] = [useMessages(), useFormat()]
  const { locale, publicUrl, demo, name, entries, filter, rest, query, next } = view
  const whole = `${publicUrl}/experts${query && `?${query}`}`
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>{experts.title}</title>
        {/* Without a link to a style sheet the frame is one request. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the words of this file */}
        <style dangerouslySetInnerHTML={{ __html: look }} />
      </head>
      <body>
        <main>
          <h1>{experts.title}</h1>
          <search>
            <form action="/embed/experts">
              {[...rest, ['lang', locale] as const].map(([key, value]) => (
                <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
              ))}
              <label>
                {experts.search} <input type="search" name="q" defaultValue={filter.q} maxLength={100} />
              </label>{' '}
              <button type="submit">{experts.show}</button>
            </form>
          </search>
          {demo && <p className="note">{shell.demo}</p>}
          {entries.length === 0 ? <p>{experts.empty}</p> : <People view={view} />}
          {next && (
            <p>
              <a href={`/embed/experts?${query}${query && '&'}lang=${locale}&after=${next}`}>
                {experts.frame.next}
              </a>
            </p>
          )}
          <p className="note">
            <a href={whole} target="_blank" rel="noopener">
              {experts.frame.source(name)}
            </a>{' '}
            {experts.frame.day(format.day(filter.day))}
          </p>
        </main>
      </body>
    </html>
  )
}

function People({ view: { entries, publicUrl } }: { view: FrameView }) {
  const [{ experts }, format] = [useMessages(), useFormat()]
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.number}>
          <a href={`${publicUrl}/experts/${entry.number}`} target="_blank" rel="noopener">
            {nameOf(entry) ?? experts.hidden}
          </a>{' '}
          <span className="note">{experts.number(entry.number)}</span>
          {entry.work && <div>{[entry.work.post, entry.work.organisation].join(' · ')}</div>}
          {entry.statuses.map(({ direction, tier, title, to }) => (
            <div className="note" key={`${direction} ${tier}`}>
              {title}, {to ? experts.until(format.dayDigits(lastDay(to))) : experts.openEnd}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

const look = `
:root { color-scheme: light dark; --ink: light-dark(#17221e, #e5ebe7); --ink-3: light-dark(#606c67, #a3ada8);
  --accent: light-dark(#006a49, #5fd3a4); --line: light-dark(#dcdfd9, #3a4440) }
body { margin: 0; padding: 1rem; color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 .75rem; font-size: 1.25rem; line-height: 1.2 }
form { margin-bottom: 1rem }
input, button { max-width: 100%; padding: .4rem .6rem; font: inherit }
ul { margin: 0; padding: 0; list-style: none }
li { padding: .75rem 0; border-top: 1px solid var(--line) }
a { color: var(--accent) }
.note { color: var(--ink-3); font-size: .875rem }
`
