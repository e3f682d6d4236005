/** The text of a version with what was said about it, printed once: browsers get it as markup and never build it again. */
import { renderToStaticMarkup } from 'react-dom/server'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { Standing } from '#app/ui/still.tsx'
import type { Args } from '#app/web/serve.server.ts'
import { DraftText } from './draft-text.tsx'
import { Gone } from './gone.tsx'
import { draftText, type ErratumView } from './reading.ts'
import type { BlockView, NoteView } from './views.ts'

export interface TextView {
  slug: string
  lang: string
  blocks: readonly BlockView[]
  notes: readonly NoteView[]
  /** remarks on words that this version no longer has */
  gone: readonly NoteView[]
  errata: readonly ErratumView[]
  open: boolean
}

/** Prints the text for the document on its way, or gives it to a navigation inside the site: null in the first case. */
export function printText(
  view: TextView,
  { still, locale, t, visit }: Pick<Args, 'still' | 'locale' | 't' | 'visit'>,
): string | null {
  const html = renderToStaticMarkup(
    <MessagesProvider messages={t} locale={locale} timeZone={visit.zone}>
      <Standing.Provider value={true}>
        <DraftText {...view} />
        <Gone notes={view.gone} slug={view.slug} />
      </Standing.Provider>
    </MessagesProvider>,
  )
  if (!still) return html
  still.set(draftText, html)
  return null
}
