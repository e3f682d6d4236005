/** Mounts one page of the gallery: `?page=finding&theme=dark&sight=on&size=200…`. */
import { createRoot } from 'react-dom/client'
import { MemoryRouter } from 'react-router-dom'
import '#app/ui/tokens.css'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { loadMessages } from '#content/messages/load.ts'
import { isLocale } from '#content/messages/locales.ts'
import { parseSettings, settingsAttributes } from '#content/settings.ts'
import { pages } from './pages.tsx'
import { GallerySite } from './site.tsx'

const query = new URLSearchParams(location.search)
const settings = parseSettings(location.search)
const asked = query.get('lang')
const locale = isLocale(asked) ? asked : 'ru'
const Shown = pages[query.get('page') ?? ''] ?? pages.finding
const place = document.getElementById('gallery')

for (const [name, value] of Object.entries(settingsAttributes(settings)))
  document.documentElement.setAttribute(name, value)
document.documentElement.lang = locale
const messages = await loadMessages(locale, ['shell', 'ui', 'problems'])
if (place && Shown) {
  createRoot(place).render(
    <MessagesProvider messages={messages} locale={locale} timeZone="Asia/Yekaterinburg">
      <MemoryRouter>
        <GallerySite settings={settings} signedIn={query.has('signedIn')}>
          <Shown />
        </GallerySite>
      </MemoryRouter>
    </MessagesProvider>,
  )
}
