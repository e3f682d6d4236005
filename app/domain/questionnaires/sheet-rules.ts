/** How a form is used as an expert sheet: what it says itself, else the settings of the region. */
import { content } from '#content/load.ts'
import type { Form, SheetRules } from '#db/schema/question.ts'

export type { SheetRules } from '#db/schema/question.ts'

/** What a new template begins with. */
export function usualSheetRules(): SheetRules {
  const { sheets, agreement } = content().settings.panels
  return { quorum: sheets.quorum, difference: agreement.difference, named: sheets.named }
}

export function sheetRulesOf(form: Form): SheetRules {
  return form.sheet ?? usualSheetRules()
}
