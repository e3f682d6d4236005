import { en } from './en.ts'
import type { Locale } from './locales.ts'
import { type Messages, ru } from './ru.ts'

/** The words of a language on the server, where both are at hand. */
export function messagesOf(locale: Locale): Messages {
  return locale === 'en' ? en : ru
}
