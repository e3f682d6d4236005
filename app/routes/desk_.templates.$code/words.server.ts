/** The words of a template as its page explains them: rows first name themselves, then their columns. */
import type { Locale } from '#content/messages/locales.ts'
import type { TemplateField } from '#content/types.ts'

export interface ShownWord {
  /** as it stands in the document, braces included */
  code: string
  meaning: string
  /** how its value comes about, when not typed */
  comes: 'made' | 'onIssue' | null
}

export function shownWords(fields: readonly TemplateField[], locale: Locale): ShownWord[] {
  return fields.flatMap(({ word, title, kind, columns = [], from, given }): ShownWord[] => {
    if (kind === 'flag') return [{ code: `{#${word}} … {/${word}}`, meaning: title[locale], comes: null }]
    if (kind !== 'rows') {
      const comes = from ? 'made' : given === 'number' || given === 'day' ? 'onIssue' : null
      return [{ code: `{${word}}`, meaning: title[locale], comes }]
    }
    return [
      { code: `{#${word}} … {/${word}}`, meaning: title[locale], comes: null },
      ...columns.map((column) => {
        return { code: `{${column.word}}`, meaning: `${title[locale]}: ${column.title[locale]}`, comes: null }
      }),
    ]
  })
}
