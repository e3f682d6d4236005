/** The text of a version with what was said about it, printed once: browsers get it as markup and never build it again. */
import { createHash } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { Standing } from '#app/ui/still.tsx'
import { keepingFiles } from '#app/web/kept-files.ts'
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

type Around = Pick<Args, 'still' | 'locale' | 't' | 'visit'>

// Most readers see the same words: what is printed depends on nothing but the view, the language and the zone.
const keep = keepingFiles(32 * 1024 * 1024)

/** Prints the text for the document on its way, or gives it to a navigation inside the site: null in the first case. */
export async function printText(view: TextView, around: Around): Promise<string | null> {
  const { still, locale, visit } = around
  const key = createHash('sha256')
    .update(JSON.stringify([locale, visit.zone, view]))
    .digest('hex')
  const html = Buffer.from(await keep(key, async () => Buffer.from(print(view, around)))).toString()
  if (!still) return html
  still.set(draftText, html)
  return null
}

function print(view: TextView, { locale, t, visit }: Around): string {
  return renderToStaticMarkup(
    <MessagesProvider messages={t} locale={locale} timeZone={visit.zone}>
      <Standing.Provider value={true}>
        <DraftText {...view} />
        <Gone notes={view.gone} slug={view.slug} />
      </Standing.Provider>
    </MessagesProvider>,
  )
}
