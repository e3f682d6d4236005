/** Languages of the interface; the first is the default. */
export const locales = ['ru', 'en'] as const
export type Locale = (typeof locales)[number]

/** Whether a word from outside (cookie, query, profile) names a language we speak. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}
