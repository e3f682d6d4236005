import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { loadMessages } from '#content/messages/load.ts'
import { isLocale } from '#content/messages/locales.ts'

// The words of this page's rooms come before hydration, in one language. A change of language reloads the page.
const { lang, dataset } = document.documentElement
const locale = isLocale(lang) ? lang : 'ru'
void loadMessages(locale, (dataset.words ?? '').split(' ')).then((messages) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <MessagesProvider messages={messages} locale={locale} timeZone={dataset.zone ?? 'UTC'}>
          <RemixBrowser />
        </MessagesProvider>
      </StrictMode>,
    )
  })
})
