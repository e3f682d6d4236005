import type { Veil } from '#app/domain/moderation/texts.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

type Covered = { veil: Veil | null; hideCode: string | null; hideReason: string | null }

/** Why words are covered, in words that everybody may read; null when they are not. */
export function coveredOf({ veil, hideCode, hideReason }: Covered, locale: Locale) {
  const reason = content().moderation.reasons.find(({ code }) => code === hideCode)
  return veil && { veil, reason: reason?.title[locale] ?? null, words: hideReason }
}
