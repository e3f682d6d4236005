import type { WordingChange } from '#app/domain/reviews/remarks/wording.ts'
import type { Messages } from '#content/messages/ru.ts'

/** A change of words as a legal text says it: «заменить «…» на «…»». */
export function sentenceOfChange(
  { way, old, fresh }: WordingChange,
  words: Messages['reviewRemark']['page'],
): string {
  if (way === 'replace') return words.replaceSentence(old, fresh)
  if (way === 'remove') return words.removeSentence(old)
  return way === 'after' ? words.afterSentence(old, fresh) : words.beforeSentence(old, fresh)
}
