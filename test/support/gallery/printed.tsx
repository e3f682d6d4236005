import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server.js'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { messagesOf } from '#content/messages/index.server.ts'
import { defaultSettings, type ReadingSettings } from '#content/settings.ts'
import { GallerySite } from './site.tsx'

/** The HTML a server sends for a page of the gallery, before any script runs. */
export function printed(Shown: ComponentType, settings: ReadingSettings = defaultSettings) {
  return renderToStaticMarkup(
    <MessagesProvider messages={messagesOf('ru')} locale="ru" timeZone="Asia/Yekaterinburg">
      <StaticRouter location="/">
        <GallerySite settings={settings} signedIn path="/experts?q=%3C%22">
          <Shown />
        </GallerySite>
      </StaticRouter>
    </MessagesProvider>,
  )
}
