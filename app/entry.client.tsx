import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { loadMessages } from '#content/messages/load.ts'
import { isLocale } from '#content/messages/locales.ts'

// The words of this page's rooms come before hydration, in one language. A change of language reloads the page.
const { lang, dataset } = document.documentElement
const locale = isLocale(lang) ? lang : 'ru'
void Promise.all([loadMessages(locale, (dataset.words ?? '').split(' ')), pageData()]).then(([messages]) => {
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

/**
 * Resolves when the data of the page are decoded. Remix begins this at the first rendering of its component and
 * suspends the whole root until then; a press in that moment makes React hydrate at once, fail and give up the page
 * (error 345). Asked outside of rendering, the component throws the promise before it comes to any hook.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (decoding) {
    await decoding
  }
}
