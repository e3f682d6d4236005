/** The sentence of a notification: shown in the inbox and sent as a letter. Pure. */
import type { Messages } from '#content/messages/ru.ts'

export type NoticeFacts = Readonly<Record<string, string | number>>

/** The sentence in the language of `t`; a kind without words yet gets a general one. */
export function noticeText(t: Messages, kind: string, facts: NoticeFacts): string {
  const kinds: Record<string, (facts: NoticeFacts) => string> = t.notifications.kinds
  return Object.hasOwn(kinds, kind) ? (kinds[kind]?.(facts) ?? '') : t.notifications.general
}
