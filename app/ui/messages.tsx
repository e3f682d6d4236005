/**
 * Words, language and time zone for every component. The page's server side and its browser side
 * mount the same provider, so that what React hydrates is what the server printed.
 */
import { createContext, type ReactNode, useContext } from 'react'
import type { Locale } from '#content/messages/locales.ts'
import type { Messages } from '#content/messages/ru.ts'
import { type Format, formatFor } from './format.ts'

type Words = { messages: Messages; locale: Locale; timeZone: string }

const WordsContext = createContext<Words | null>(null)

/** Gives the tree its words; mount it once, above everything. */
export function MessagesProvider({ children, messages, locale, timeZone }: Words & { children: ReactNode }) {
  return <WordsContext.Provider value={{ messages, locale, timeZone }}>{children}</WordsContext.Provider>
}

/** The sentences of the visitor's language: `useMessages().reviews.closed`. */
export function useMessages(): Messages {
  return useWords().messages
}

/** The visitor's language and the zone in which the site tells time. */
export function useLocale(): { locale: Locale; timeZone: string } {
  return useWords()
}

/** Dates, numbers and counted words in the visitor's language and the site's zone. */
export function useFormat(): Format {
  const { locale, timeZone } = useWords()
  return formatFor(locale, timeZone)
}

function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('MessagesProvider is missing above this component')
  return words
}
