import type { Locale } from './locales.ts'
import type { Messages } from './ru.ts'

/** Fetches the words of one language in the browser, so that the other never travels. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'en' ? (await import('./en.ts')).en : (await import('./ru.ts')).ru
}
